import type { Case, Expression, Statement } from '../engine/ir.ts';
import { type Lower, opaque, spanOf, textOf } from './lower.ts';
import { decoratorsOf } from './python-definitions.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers one statement. */
export function pythonStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  switch (node.type) {
    case 'expression_statement':
      return namedOf(node).map(child => expressionStatement(lower.expression(child, scope)));
    case 'if_statement':
      return [ifStatement(node, scope, lower)];
    case 'for_statement':
    case 'while_statement':
      return loop(node, scope, lower);
    case 'try_statement':
      return [tryStatement(node, scope, lower)];
    case 'with_statement':
      return withStatement(node, scope, lower);
    case 'match_statement':
      return [matchStatement(node, scope, lower)];
    case 'return_statement':
    case 'raise_statement':
      return [
        {
          kind: node.type === 'return_statement' ? 'return' : 'throw',
          ...spanOf(node),
          value: optional(namedOf(node)[0], scope, lower),
        },
      ];
    case 'break_statement':
      return [{ kind: 'break', ...spanOf(node) }];
    case 'continue_statement':
      return [{ kind: 'continue', ...spanOf(node) }];
    case 'assert_statement':
      return assertStatement(node, scope, lower);
    case 'import_statement':
    case 'import_from_statement':
      return importStatement(node, scope, lower);
    case 'global_statement':
    case 'nonlocal_statement':
      shareNames(node, scope, lower);
      return [];
    default:
      return definition(node, scope, lower);
  }
}

function definition(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  switch (node.type) {
    case 'decorated_definition': {
      const inner = fieldOf(node, 'definition');
      if (inner === undefined) return [];
      return inner.type === 'function_definition'
        ? functionStatement(inner, { scope, lower, decorators: decoratorsOf(node, scope, lower) })
        : definition(inner, scope, lower);
    }
    case 'function_definition':
      return functionStatement(node, { scope, lower, decorators: [] });
    case 'class_definition': {
      const name = fieldOf(node, 'name');
      const variable = lower.names.declare(scope, name === undefined ? '' : textOf(lower, name));
      return [{ kind: 'class', ...spanOf(node), variable, class: lower.classCode(node, scope) }];
    }
    case 'block':
    case 'ERROR':
      return node.children.flatMap(child => pythonStatement(child, scope, lower));
    case 'pass_statement':
    case 'delete_statement':
    case 'future_import_statement':
    case 'type_alias_statement':
      return [];
    default:
      return node.named ? [expressionStatement(lower.expression(node, scope))] : [];
  }
}

function functionStatement(
  node: SyntaxNode,
  context: { readonly scope: Scope; readonly lower: Lower; readonly decorators: readonly Expression[] },
): readonly Statement[] {
  const { scope, lower, decorators } = context;
  const nameNode = fieldOf(node, 'name');
  const variable = lower.names.declare(scope, nameNode === undefined ? '' : textOf(lower, nameNode));
  if (scope.kind === 'module') lower.exports.add(variable.name);
  const code = lower.functionCode(node, scope, { name: variable.name, decorators });
  return [{ kind: 'function', ...spanOf(node), variable, function: code }];
}

function expressionStatement(expression: Expression): Statement {
  return { kind: 'expression', ...spanOf(expression), expression };
}

function optional(node: SyntaxNode | undefined, scope: Scope, lower: Lower): Expression | undefined {
  return node === undefined ? undefined : lower.expression(node, scope);
}

function block(node: SyntaxNode | undefined, scope: Scope, lower: Lower): readonly Statement[] {
  if (node === undefined) return [];
  return node.type === 'block' ? lower.statements(node.children, scope) : pythonStatement(node, scope, lower);
}

/** The block of a clause such as `else` or `finally`, whether in a field or not. */
function clauseBody(node: SyntaxNode | undefined, scope: Scope, lower: Lower): readonly Statement[] {
  if (node === undefined) return [];
  return block(fieldOf(node, 'body') ?? node.children.find(child => child.type === 'block'), scope, lower);
}

function ifStatement(node: SyntaxNode, scope: Scope, lower: Lower): Statement {
  const clauses = fieldsOf(node, 'alternative');
  const otherwise = clauses.find(clause => clause.type === 'else_clause');
  const elifs = clauses.filter(clause => clause.type === 'elif_clause');
  const one = (at: SyntaxNode, whenFalse: readonly Statement[]): Statement => {
    const test = fieldOf(at, 'condition');
    return {
      kind: 'if',
      ...spanOf(at),
      test: test === undefined ? opaque(at, scope, lower) : lower.expression(test, scope),
      whenTrue: block(fieldOf(at, 'consequence'), scope, lower),
      whenFalse,
    };
  };
  // Lowered in source order, so that names are declared as Python would see them.
  const first = one(node, []);
  const rest = elifs.map(clause => one(clause, []));
  let tail = clauseBody(otherwise, scope, lower);
  for (const statement of rest.reverse()) {
    if (statement.kind === 'if') tail = [{ ...statement, whenFalse: tail }];
  }
  return first.kind === 'if' ? { ...first, whenFalse: tail } : first;
}

function loop(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  const body = (): readonly Statement[] => block(fieldOf(node, 'body'), scope, lower);
  const otherwise = (): readonly Statement[] => clauseBody(fieldOf(node, 'alternative'), scope, lower);
  if (node.type === 'while_statement') {
    const test = fieldOf(node, 'condition');
    return [
      { kind: 'while', ...spanOf(node), test: optional(test, scope, lower), body: body() },
      ...otherwise(),
    ];
  }
  const left = fieldOf(node, 'left');
  const right = fieldOf(node, 'right');
  if (left === undefined || right === undefined) return [];
  const iterable = lower.expression(right, scope);
  const target = lower.target(left, scope, undefined);
  return [{ kind: 'for', ...spanOf(node), target, iterable, body: body() }, ...otherwise()];
}

function tryStatement(node: SyntaxNode, scope: Scope, lower: Lower): Statement {
  const body = block(fieldOf(node, 'body'), scope, lower);
  const handlers = node.children
    .filter(child => child.type === 'except_clause' || child.type === 'except_group_clause')
    .map(clause => {
      const alias = clause.children.find(child => child.type === 'as_pattern');
      const name = alias && fieldOf(alias, 'alias');
      if (name !== undefined) lower.target(name, scope, undefined);
      return clauseBody(clause, scope, lower);
    });
  const otherwise = node.children.find(child => child.type === 'else_clause');
  const finalizer = node.children.find(child => child.type === 'finally_clause');
  return {
    kind: 'try',
    ...spanOf(node),
    body: [...body, ...clauseBody(otherwise, scope, lower)],
    handlers,
    finalizer: clauseBody(finalizer, scope, lower),
  };
}

function withStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  const clause = node.children.find(child => child.type === 'with_clause');
  const items = (clause === undefined ? [] : namedOf(clause)).flatMap(item => fieldOf(item, 'value') ?? []);
  const opened = items.map(item => expressionStatement(lower.expression(item, scope)));
  return [...opened, ...block(fieldOf(node, 'body'), scope, lower)];
}

function matchStatement(node: SyntaxNode, scope: Scope, lower: Lower): Statement {
  const subject = fieldOf(node, 'subject');
  const clauses = (fieldOf(node, 'body')?.children ?? []).filter(child => child.type === 'case_clause');
  const cases = clauses.map((clause): Case => {
    const patterns = clause.children.filter(child => child.type === 'case_pattern');
    const isDefault = patterns.every(pattern => textOf(lower, pattern).trim() === '_');
    const tests = patterns.flatMap(pattern => patternTests(pattern, scope, lower));
    return {
      tests: isDefault ? undefined : tests,
      body: block(fieldOf(clause, 'consequence'), scope, lower),
    };
  });
  return {
    kind: 'switch',
    ...spanOf(node),
    subject: subject === undefined ? opaque(node, scope, lower) : lower.expression(subject, scope),
    cases,
    fallsThrough: false,
  };
}

function patternTests(node: SyntaxNode, scope: Scope, lower: Lower): readonly Expression[] {
  if (node.type === 'case_pattern' || node.type === 'union_pattern') {
    return namedOf(node).flatMap(child => patternTests(child, scope, lower));
  }
  const literal = ['string', 'integer', 'float', 'true', 'false', 'none'].includes(node.type);
  return [literal ? lower.expression(node, scope) : { kind: 'opaque', ...spanOf(node), expressions: [] }];
}

/** `assert test` continues only where the test holds. */
function assertStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  const [test] = namedOf(node);
  if (test === undefined) return [];
  const raise: Statement = { kind: 'throw', ...spanOf(node), value: undefined };
  return [
    { kind: 'if', ...spanOf(node), test: lower.expression(test, scope), whenTrue: [], whenFalse: [raise] },
  ];
}

function importStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  const moduleNode = fieldOf(node, 'module_name');
  const prefix = moduleNode === undefined ? '' : `${textOf(lower, moduleNode)}.`;
  return fieldsOf(node, 'name').flatMap((item): readonly Statement[] => {
    const path = item.type === 'aliased_import' ? fieldOf(item, 'name') : item;
    const alias = fieldOf(item, 'alias');
    if (path === undefined) return [];
    const full = textOf(lower, path);
    // `import a.b` binds `a`; `import a.b as c` binds the whole.
    const ref = prefix !== '' || alias !== undefined ? `${prefix}${full}` : (full.split('.')[0] ?? full);
    const name = alias === undefined ? ref.slice(prefix === '' ? 0 : prefix.length) : textOf(lower, alias);
    return [{ kind: 'import', ...spanOf(item), variable: lower.names.declare(scope, name), ref }];
  });
}

/** `global x` and `nonlocal x`: assignments in this function go to the outer variable. */
function shareNames(node: SyntaxNode, scope: Scope, lower: Lower): void {
  for (const child of namedOf(node)) {
    const name = textOf(lower, child);
    let outer = scope.parent;
    if (node.type === 'global_statement') while (outer?.parent !== undefined) outer = outer.parent;
    if (outer === undefined) continue;
    const known = node.type === 'nonlocal_statement' ? lower.names.resolve(outer, name) : undefined;
    scope.names.set(name, known ?? lower.names.declare(outer, name));
  }
}
