import type { Expression, Statement, Target } from '../engine/ir.ts';
import { goBranching } from './go-branching.ts';
import type { GoLower } from './go-lower.ts';
import { goType, goZero } from './go-types.ts';
import { constant, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers the statements of a block; the syntax tree wraps them in a list. */
export function goStatements(
  nodes: readonly SyntaxNode[],
  scope: Scope,
  lower: GoLower,
): readonly Statement[] {
  return nodes.flatMap(node =>
    node.type === 'statement_list'
      ? goStatements(node.children, scope, lower)
      : goStatement(node, scope, lower),
  );
}

function goStatement(node: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  switch (node.type) {
    case 'short_var_declaration':
      return assignment(node, scope, { lower, declareIn: scope });
    case 'assignment_statement':
      return assignment(node, scope, { lower, declareIn: undefined });
    case 'inc_statement':
    case 'dec_statement':
      return step(node, scope, lower);
    case 'var_declaration':
    case 'const_declaration':
      return namedOf(node)
        .flatMap(child => (child.type === 'var_spec_list' ? namedOf(child) : [child]))
        .flatMap(spec => variables(spec, scope, lower));
    case 'return_statement':
      return [{ kind: 'return', ...spanOf(node), value: returned(node, scope, lower) }];
    case 'break_statement':
      return [{ kind: 'break', ...spanOf(node) }];
    case 'continue_statement':
      return [{ kind: 'continue', ...spanOf(node) }];
    case 'block':
      return [
        {
          kind: 'block',
          ...spanOf(node),
          body: lower.statements(node.children, lower.names.open('block', scope)),
        },
      ];
    case 'expression_statement':
    case 'go_statement':
    case 'defer_statement':
      return namedOf(node).map(child => expressionStatement(lower.expression(child, scope)));
    case 'labeled_statement':
    case 'ERROR':
      return lower.statements(
        node.children.filter(child => child.field !== 'label'),
        scope,
      );
    case 'send_statement':
      return [send(node, scope, lower)];
    case 'function_declaration': {
      const name = fieldOf(node, 'name');
      if (name === undefined) return [];
      const variable = lower.names.declare(scope, textOf(lower, name));
      const code = lower.functionCode(node, scope, { name: variable.name });
      return [{ kind: 'function', ...spanOf(node), variable, function: code }];
    }
    default:
      return goBranching(node, scope, lower);
  }
}

function expressionStatement(expression: Expression): Statement {
  return { kind: 'expression', ...spanOf(expression), expression };
}

function assign(target: Target, value: Expression, operator = '='): Statement {
  return expressionStatement({
    kind: 'assign',
    start: target.start,
    end: value.end,
    target,
    operator,
    value,
  });
}

type Home = { readonly lower: GoLower; readonly declareIn: Scope | undefined };

function assignment(node: SyntaxNode, scope: Scope, { lower, declareIn }: Home): readonly Statement[] {
  const left = fieldOf(node, 'left');
  const right = fieldOf(node, 'right');
  if (left === undefined || right === undefined) return [];
  const value = lower.expression(right, scope);
  const operator = fieldOf(node, 'operator')?.type ?? '=';
  const target = lower.target(left, scope, declareIn);
  if (target.kind !== 'items') return [assign(target, value, operator)];
  const [first, second] = target.items;
  const isTest = value.kind === 'index' || value.kind === 'typed';
  if (!isTest || target.items.length !== 2 || first === undefined || second === undefined)
    return [assign(target, value, operator)];
  // `value, ok := table[key]`: the second says whether the key is there.
  const test: Expression =
    value.kind === 'index'
      ? { kind: 'binary', ...spanOf(value), operator: 'in', left: value.index, right: value.object }
      : { kind: 'typed', ...spanOf(value), type: { name: 'bool' }, value: undefined };
  return [assign(first, value), assign(second, test)];
}

function step(node: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  const [operand] = namedOf(node);
  if (operand === undefined) return [];
  const target = lower.target(operand, scope, undefined);
  return [assign(target, constant(node, 1), node.type === 'inc_statement' ? '+=' : '-=')];
}

/** `var a, b T = …`, `const x = …`; without a value a variable holds its type's zero. */
function variables(spec: SyntaxNode, scope: Scope, lower: GoLower): readonly Statement[] {
  const typeNode = fieldOf(spec, 'type');
  const value = fieldOf(spec, 'value');
  const targets = fieldsOf(spec, 'name').map(name => ({ name, lowered: value }));
  const lowered = value === undefined ? undefined : lower.expression(value, scope);
  const places = targets.map(({ name }) => lower.target(name, scope, scope));
  const [first] = places;
  if (first === undefined) return [];
  if (lowered === undefined) {
    return typeNode === undefined ? [] : places.map(place => assign(place, goZero(typeNode, scope, lower)));
  }
  if (places.length > 1) return [assign({ kind: 'items', ...spanOf(spec), items: places }, lowered)];
  const type = goType(typeNode, scope, lower);
  return [
    assign(first, type.name === '' ? lowered : { kind: 'typed', ...spanOf(lowered), type, value: lowered }),
  ];
}

/** A bare `return` returns the named results. */
function returned(node: SyntaxNode, scope: Scope, lower: GoLower): Expression | undefined {
  const [value] = namedOf(node);
  if (value !== undefined) return lower.expression(value, scope);
  let at: Scope | undefined = scope;
  while (at !== undefined && at.kind !== 'function') at = at.parent;
  const named = at === undefined ? undefined : lower.results.get(at);
  if (named === undefined) return undefined;
  const names = named.map((variable): Expression => ({ kind: 'name', ...spanOf(node), variable }));
  const [only] = names;
  return names.length === 1 && only !== undefined
    ? only
    : { kind: 'list', ...spanOf(node), items: names.map(item => ({ value: item })) };
}

/** Sending puts a value into the channel as appending puts it into a list. */
function send(node: SyntaxNode, scope: Scope, lower: GoLower): Statement {
  const channel = fieldOf(node, 'channel');
  const value = fieldOf(node, 'value');
  if (channel === undefined || value === undefined) return { kind: 'block', ...spanOf(node), body: [] };
  const object = lower.expression(channel, scope);
  return expressionStatement({
    kind: 'call',
    ...spanOf(node),
    callee: { kind: 'member', ...spanOf(channel), object, property: 'push' },
    args: [{ value: lower.expression(value, scope) }],
  });
}
