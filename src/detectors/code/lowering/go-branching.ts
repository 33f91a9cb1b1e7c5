import type { Case, Expression, Statement, Target } from '../engine/ir.ts';
import { goTypeStatements } from './go-definitions.ts';
import type { GoLower } from './go-lower.ts';
import { goType } from './go-types.ts';
import { constant, opaque, spanOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, hasToken, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers conditions, loops and choices; anything else is evaluated for its effects. */
export function goBranching(node: SyntaxNode, outer: Scope, lower: GoLower): readonly Statement[] {
  const scope = lower.names.open('block', outer);
  switch (node.type) {
    case 'if_statement':
      return wrap(node, [...before(node, scope, lower), ifStatement(node, scope, lower)]);
    case 'for_statement':
      return wrap(node, forStatement(node, scope, lower));
    case 'expression_switch_statement':
      return wrap(node, [...before(node, scope, lower), switchStatement(node, scope, lower)]);
    case 'type_switch_statement':
      return wrap(node, [...before(node, scope, lower), typeSwitch(node, scope, lower)]);
    case 'select_statement':
      return [selectStatement(node, scope, lower)];
    case 'type_declaration':
      // Those of the file stand before everything else already.
      return outer.kind === 'module' ? [] : goTypeStatements([node], outer, lower);
    case 'package_clause':
    case 'import_declaration':
    case 'method_declaration':
    case 'goto_statement':
    case 'fallthrough_statement':
    case 'empty_statement':
      return [];
    default:
      return node.named
        ? [{ kind: 'expression', ...spanOf(node), expression: opaque(node, outer, lower) }]
        : [];
  }
}

function wrap(node: SyntaxNode, body: readonly Statement[]): readonly Statement[] {
  return body.length === 1 ? body : [{ kind: 'block', ...spanOf(node), body }];
}

/** `if x := f(); x > 0`: what stands before the semicolon. */
function before(node: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  const initializer = fieldOf(node, 'initializer');
  return initializer === undefined ? [] : lower.statements([initializer], scope);
}

function block(node: SyntaxNode | undefined, scope: Scope, lower: GoLower): readonly Statement[] {
  if (node === undefined) return [];
  const nodes = node.type === 'block' ? node.children : [node];
  return lower.statements(nodes, lower.names.open('block', scope));
}

function ifStatement(node: SyntaxNode, scope: Scope, lower: GoLower): Statement {
  const test = fieldOf(node, 'condition');
  return {
    kind: 'if',
    ...spanOf(node),
    test: test === undefined ? constant(node, null) : lower.expression(test, scope),
    whenTrue: block(fieldOf(node, 'consequence'), scope, lower),
    whenFalse: block(fieldOf(node, 'alternative'), scope, lower),
  };
}

function forStatement(node: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  const bodyNode = fieldOf(node, 'body');
  const clause = node.children.find(child => child.named && child !== bodyNode);
  if (clause?.type === 'range_clause') return rangeLoop(node, clause, { scope, lower });
  const parts = clause?.type === 'for_clause' ? clause : undefined;
  const condition = parts === undefined ? clause : fieldOf(parts, 'condition');
  const update = parts && fieldOf(parts, 'update');
  const [step] = update === undefined ? [] : lower.statements([update], scope);
  const start = parts === undefined ? [] : before(parts, scope, lower);
  return [
    ...start,
    {
      kind: 'while',
      ...spanOf(node),
      test: condition === undefined ? undefined : lower.expression(condition, scope),
      body: block(bodyNode, scope, lower),
      ...(step?.kind === 'expression' ? { update: step.expression } : {}),
    },
  ];
}

/** `range` yields keys, or pairs of key and value: the function `go.range` stands for the pairs. */
function rangeLoop(
  node: SyntaxNode,
  clause: SyntaxNode,
  { scope, lower }: { readonly scope: Scope; readonly lower: GoLower },
): readonly Statement[] {
  const left = fieldOf(clause, 'left');
  const right = fieldOf(clause, 'right');
  if (right === undefined) return [];
  const iterable = lower.expression(right, scope);
  const declareIn = hasToken(clause, ':=') ? scope : undefined;
  const target: Target =
    left === undefined ? { kind: 'ignore', ...spanOf(clause) } : lower.target(left, scope, declareIn);
  const body = block(fieldOf(node, 'body'), scope, lower);
  if (target.kind !== 'items') return [{ kind: 'for', ...spanOf(node), target, iterable, body, keys: true }];
  const callee: Expression = {
    kind: 'name',
    ...spanOf(right),
    variable: lower.names.resolve(scope, 'go.range'),
  };
  const pairs: Expression = { kind: 'call', ...spanOf(right), callee, args: [{ value: iterable }] };
  return [{ kind: 'for', ...spanOf(node), target, iterable: pairs, body }];
}

function bodyOf(node: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  const nodes = node.children.filter(child => child.type === 'statement_list');
  return lower.statements(nodes, lower.names.open('block', scope));
}

function switchStatement(node: SyntaxNode, scope: Scope, lower: GoLower): Statement {
  const subject = fieldOf(node, 'value');
  const clauses = node.children.filter(
    child => child.type === 'expression_case' || child.type === 'default_case',
  );
  const bodies = clauses.map(clause => ({ clause, body: bodyOf(clause, scope, lower) }));
  if (subject === undefined) return chain(node, bodies, { scope, lower });
  const cases = bodies.map(({ clause, body }, at): Case => {
    const value = fieldOf(clause, 'value');
    const tests = value === undefined ? undefined : namedOf(value).map(test => lower.expression(test, scope));
    const next = falls(clause) ? (bodies[at + 1]?.body ?? []) : [];
    return { tests, body: [...body, ...next] };
  });
  const lowered = lower.expression(subject, scope);
  return { kind: 'switch', ...spanOf(node), subject: lowered, cases, fallsThrough: false };
}

function falls(clause: SyntaxNode): boolean {
  return clause.children.some(list => list.children.at(-1)?.type === 'fallthrough_statement');
}

/** A switch without a subject asks one condition after the other; `break` leaves it like a loop of one round. */
function chain(
  node: SyntaxNode,
  bodies: readonly { readonly clause: SyntaxNode; readonly body: readonly Statement[] }[],
  { scope, lower }: { readonly scope: Scope; readonly lower: GoLower },
): Statement {
  const otherwise = bodies.find(({ clause }) => clause.type === 'default_case')?.body ?? [];
  const chained = bodies
    .filter(({ clause }) => clause.type === 'expression_case')
    .reduceRight<readonly Statement[]>((whenFalse, { clause, body }) => {
      const tests = namedOf(fieldOf(clause, 'value') ?? clause).map(test => lower.expression(test, scope));
      const [first, ...rest] = tests;
      const test = rest.reduce<Expression>(
        (left, right) => ({ kind: 'logical', ...spanOf(clause), operator: 'or', left, right }),
        first ?? constant(clause, null),
      );
      return [{ kind: 'if', ...spanOf(clause), test, whenTrue: body, whenFalse }];
    }, otherwise);
  const subject = constant(node, true);
  return {
    kind: 'switch',
    ...spanOf(node),
    subject,
    cases: [{ tests: undefined, body: chained }],
    fallsThrough: false,
  };
}

function typeSwitch(node: SyntaxNode, scope: Scope, lower: GoLower): Statement {
  const alias = fieldOf(node, 'alias');
  const subject = fieldOf(node, 'value');
  const value = subject === undefined ? constant(node, null) : lower.expression(subject, scope);
  const cases = node.children
    .filter(child => child.type === 'type_case' || child.type === 'default_case')
    .map((clause): Case => {
      const inner = lower.names.open('block', scope);
      const types = fieldsOf(clause, 'type');
      const type = types.length === 1 ? goType(types[0], scope, lower) : { name: '' };
      const typed: Expression = { kind: 'typed', ...spanOf(value), type, value };
      const bound: readonly Statement[] =
        alias === undefined
          ? []
          : [
              {
                kind: 'expression',
                ...spanOf(alias),
                expression: {
                  kind: 'assign',
                  ...spanOf(alias),
                  target: lower.target(alias, inner, inner),
                  operator: '=',
                  value: typed,
                },
              },
            ];
      const test: Expression = { kind: 'opaque', ...spanOf(clause), expressions: [] };
      return {
        tests: clause.type === 'default_case' ? undefined : [test],
        body: [...bound, ...bodyOf(clause, inner, lower)],
      };
    });
  return { kind: 'switch', ...spanOf(node), subject: value, cases, fallsThrough: false };
}

/** One of the communications happens, whichever is ready. */
function selectStatement(node: SyntaxNode, scope: Scope, lower: GoLower): Statement {
  const unknown: Expression = { kind: 'opaque', ...spanOf(node), expressions: [] };
  const cases = node.children
    .filter(child => child.type === 'communication_case' || child.type === 'default_case')
    .map((clause): Case => {
      const inner = lower.names.open('block', scope);
      const communication = fieldOf(clause, 'communication');
      const received = communication?.type === 'receive_statement' ? communication : undefined;
      const first = communication === undefined ? [] : receive(communication, received, { inner, lower });
      return {
        tests: clause.type === 'default_case' ? undefined : [unknown],
        body: [...first, ...bodyOf(clause, inner, lower)],
      };
    });
  return { kind: 'switch', ...spanOf(node), subject: unknown, cases, fallsThrough: false };
}

function receive(
  communication: SyntaxNode,
  received: SyntaxNode | undefined,
  { inner, lower }: { readonly inner: Scope; readonly lower: GoLower },
): readonly Statement[] {
  const left = received && fieldOf(received, 'left');
  const right = received && fieldOf(received, 'right');
  if (right === undefined) return lower.statements([communication], inner);
  const value = lower.expression(right, inner);
  if (left === undefined) return [{ kind: 'expression', ...spanOf(communication), expression: value }];
  const target = lower.target(left, inner, inner);
  return [
    {
      kind: 'expression',
      ...spanOf(communication),
      expression: { kind: 'assign', ...spanOf(communication), target, operator: '=', value },
    },
  ];
}
