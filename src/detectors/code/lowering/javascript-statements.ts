import type { Case, Expression, Statement } from '../engine/ir.ts';
import { type Lower, opaque, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, hasToken, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers one statement; several for a declaration of several variables, none for types. */
export function javascriptStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  switch (node.type) {
    case 'expression_statement':
      return namedOf(node).map(child => expressionStatement(lower.expression(child, scope)));
    case 'lexical_declaration':
    case 'variable_declaration':
      return declaration(node, scope, lower);
    case 'if_statement':
      return [ifStatement(node, scope, lower)];
    case 'statement_block':
      return [{ kind: 'block', ...spanOf(node), body: block(node, scope, lower) }];
    case 'return_statement':
    case 'throw_statement':
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
    case 'for_statement':
    case 'for_in_statement':
    case 'while_statement':
    case 'do_statement':
      return loop(node, scope, lower);
    case 'switch_statement':
      return [switchStatement(node, scope, lower)];
    case 'try_statement':
      return [tryStatement(node, scope, lower)];
    case 'labeled_statement':
      return javascriptStatement(fieldOf(node, 'body') ?? node, scope, lower);
    case 'import_statement':
      return importStatement(node, scope, lower);
    case 'export_statement':
      return exportStatement(node, scope, lower);
    default:
      return definition(node, scope, lower);
  }
}

function definition(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  switch (node.type) {
    case 'function_declaration':
    case 'generator_function_declaration': {
      const name = fieldOf(node, 'name');
      const variable = lower.names.declare(scope, name === undefined ? '' : textOf(lower, name));
      const code = lower.functionCode(node, scope, { name: variable.name });
      return [{ kind: 'function', ...spanOf(node), variable, function: code }];
    }
    case 'class_declaration':
    case 'abstract_class_declaration': {
      const name = fieldOf(node, 'name');
      const variable = lower.names.declare(scope, name === undefined ? '' : textOf(lower, name));
      return [{ kind: 'class', ...spanOf(node), variable, class: lower.classCode(node, scope) }];
    }
    case 'internal_module':
    case 'module':
    case 'ERROR':
      return node.children.flatMap(child => javascriptStatement(child, scope, lower));
    case 'interface_declaration':
    case 'type_alias_declaration':
    case 'ambient_declaration':
    case 'enum_declaration':
    case 'empty_statement':
    case 'hash_bang_line':
    case 'function_signature':
    case 'debugger_statement':
      return [];
    default:
      return node.named ? [expressionStatement(lower.expression(node, scope))] : [];
  }
}

function expressionStatement(expression: Expression): Statement {
  return { kind: 'expression', ...spanOf(expression), expression };
}

function optional(node: SyntaxNode | undefined, scope: Scope, lower: Lower): Expression | undefined {
  return node === undefined ? undefined : lower.expression(node, scope);
}

function block(node: SyntaxNode | undefined, scope: Scope, lower: Lower): readonly Statement[] {
  if (node === undefined) return [];
  if (node.type === 'else_clause') return namedOf(node).flatMap(child => block(child, scope, lower));
  if (node.type !== 'statement_block') return javascriptStatement(node, scope, lower);
  return lower.statements(node.children, lower.names.open('block', scope));
}

function declaration(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  const home = hasToken(node, 'var') ? functionScope(scope) : scope;
  return namedOf(node).flatMap(declarator => {
    const name = fieldOf(declarator, 'name');
    const value = fieldOf(declarator, 'value');
    if (name === undefined) return [];
    const target = lower.target(name, scope, home);
    if (value === undefined) {
      // `var x;` keeps what x holds; `let x;` starts without a value either way.
      return [];
    }
    const expression: Expression = {
      kind: 'assign',
      ...spanOf(declarator),
      target,
      operator: '=',
      value: initial(value, { name, scope, lower }),
    };
    return [expressionStatement(expression)];
  });
}

/** A function without a name of its own is called as the variable. */
function initial(
  value: SyntaxNode,
  { name, scope, lower }: { readonly name: SyntaxNode; readonly scope: Scope; readonly lower: Lower },
): Expression {
  const isFunction = value.type === 'arrow_function' || value.type === 'function_expression';
  return isFunction && name.type === 'identifier'
    ? {
        kind: 'function',
        ...spanOf(value),
        function: lower.functionCode(value, scope, { name: textOf(lower, name) }),
      }
    : lower.expression(value, scope);
}

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'block' && at.parent !== undefined) at = at.parent;
  return at;
}

function ifStatement(node: SyntaxNode, scope: Scope, lower: Lower): Statement {
  const test = fieldOf(node, 'condition');
  return {
    kind: 'if',
    ...spanOf(node),
    test: test === undefined ? opaque(node, scope, lower) : lower.expression(test, scope),
    whenTrue: block(fieldOf(node, 'consequence'), scope, lower),
    whenFalse: block(fieldOf(node, 'alternative'), scope, lower),
  };
}

function loop(node: SyntaxNode, outer: Scope, lower: Lower): readonly Statement[] {
  const scope = lower.names.open('block', outer);
  const bodyNode = fieldOf(node, 'body');
  if (node.type === 'for_in_statement') {
    const left = fieldOf(node, 'left');
    const right = fieldOf(node, 'right');
    if (left === undefined || right === undefined) return [];
    const declares = fieldOf(node, 'kind') !== undefined;
    const iterable = lower.expression(right, scope);
    const target = lower.target(left, scope, declares ? scope : undefined);
    const keys = fieldOf(node, 'operator')?.type === 'in';
    return [{ kind: 'for', ...spanOf(node), target, iterable, keys, body: block(bodyNode, scope, lower) }];
  }
  const initializer = fieldOf(node, 'initializer');
  const before = initializer === undefined ? [] : javascriptStatement(initializer, scope, lower);
  const condition = fieldOf(node, 'condition');
  const test =
    condition === undefined || condition.type === 'empty_statement'
      ? undefined
      : lower.expression(
          condition.type === 'expression_statement' ? (namedOf(condition)[0] ?? condition) : condition,
          scope,
        );
  const update = optional(fieldOf(node, 'increment'), scope, lower);
  return [
    ...before,
    {
      kind: 'while',
      ...spanOf(node),
      test,
      body: block(bodyNode, scope, lower),
      ...(update === undefined ? {} : { update }),
      atLeastOnce: node.type === 'do_statement',
    },
  ];
}

function switchStatement(node: SyntaxNode, outer: Scope, lower: Lower): Statement {
  const scope = lower.names.open('block', outer);
  const subject = fieldOf(node, 'value');
  const cases = (fieldOf(node, 'body')?.children ?? []).flatMap((child): readonly Case[] => {
    if (child.type !== 'switch_case' && child.type !== 'switch_default') return [];
    const value = fieldOf(child, 'value');
    return [
      {
        tests: value === undefined ? undefined : [lower.expression(value, scope)],
        body: lower.statements(fieldsOf(child, 'body'), scope),
      },
    ];
  });
  return {
    kind: 'switch',
    ...spanOf(node),
    subject: subject === undefined ? opaque(node, scope, lower) : lower.expression(subject, scope),
    cases,
    fallsThrough: true,
  };
}

function tryStatement(node: SyntaxNode, scope: Scope, lower: Lower): Statement {
  const handlers = fieldsOf(node, 'handler').map(handler => {
    const inner = lower.names.open('block', scope);
    const parameter = fieldOf(handler, 'parameter');
    const caught = parameter === undefined ? [] : [caughtError(parameter, inner, lower)];
    return [...caught, ...block(fieldOf(handler, 'body'), inner, lower)];
  });
  const finalizer = fieldOf(node, 'finalizer');
  return {
    kind: 'try',
    ...spanOf(node),
    body: block(fieldOf(node, 'body'), scope, lower),
    handlers,
    finalizer: finalizer === undefined ? [] : block(fieldOf(finalizer, 'body'), scope, lower),
  };
}

/** Whatever is thrown counts as an `Error`. */
function caughtError(parameter: SyntaxNode, scope: Scope, lower: Lower): Statement {
  const target = lower.target(parameter, scope, scope);
  const type = { kind: 'typed' as const, ...spanOf(parameter), type: { name: 'Error' }, value: undefined };
  return {
    kind: 'expression',
    ...spanOf(parameter),
    expression: { kind: 'assign', ...spanOf(parameter), target, operator: '=', value: type },
  };
}

/** A module's name as models write it: without the `node:` scheme. */
function moduleName(source: string): string {
  return source.replace(/^node:/, '');
}

function importStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  const requireClause = node.children.find(child => child.type === 'import_require_clause');
  const source = fieldOf(node, 'source') ?? (requireClause && fieldOf(requireClause, 'source'));
  if (source === undefined) return [];
  const module = moduleName(textOf(lower, source).slice(1, -1));
  const bind = (name: SyntaxNode, ref: string): Statement => ({
    kind: 'import',
    ...spanOf(name),
    variable: lower.names.declare(scope, textOf(lower, name)),
    ref,
  });
  if (requireClause !== undefined)
    return namedOf(requireClause)
      .slice(0, 1)
      .map(name => bind(name, module));
  const clause = node.children.find(child => child.type === 'import_clause');
  return (clause?.children ?? []).flatMap(child => {
    if (child.type === 'identifier') return [bind(child, module)];
    if (child.type === 'namespace_import') return namedOf(child).map(name => bind(name, module));
    return namedOf(child).flatMap(specifier => {
      const name = fieldOf(specifier, 'name');
      if (name === undefined) return [];
      return [bind(fieldOf(specifier, 'alias') ?? name, `${module}.${textOf(lower, name)}`)];
    });
  });
}

function exportStatement(node: SyntaxNode, scope: Scope, lower: Lower): readonly Statement[] {
  for (const clause of node.children) {
    if (clause.type !== 'export_clause') continue;
    for (const specifier of namedOf(clause)) {
      const name = fieldOf(specifier, 'name');
      if (name !== undefined) lower.exports.add(textOf(lower, name));
    }
  }
  const value = fieldOf(node, 'declaration') ?? fieldOf(node, 'value');
  if (value === undefined) return [];
  for (const named of [value, ...namedOf(value)]) {
    const name = fieldOf(named, 'name');
    if (name?.type === 'identifier' || name?.type === 'type_identifier')
      lower.exports.add(textOf(lower, name));
  }
  if (value.type === 'identifier') lower.exports.add(textOf(lower, value));
  // What decorates an exported class stands before `export`.
  const decorators = node.children.filter(({ type }) => type === 'decorator');
  const whole = decorators.length === 0 ? value : { ...value, children: [...decorators, ...value.children] };
  return javascriptStatement(whole, scope, lower);
}
