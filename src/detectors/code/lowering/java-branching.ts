import type { Expression, Statement } from '../engine/ir.ts';
import type { JavaLower } from './java-lower.ts';
import { javaSwitch } from './java-switch.ts';
import { javaType } from './java-types.ts';
import { constant, opaque, spanOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers conditions, loops and handlers; anything else is evaluated for its effects. */
export function javaBranching(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Statement[] {
  switch (node.type) {
    case 'if_statement':
      return [
        {
          kind: 'if',
          ...spanOf(node),
          test: test(node, scope, lower),
          whenTrue: block(fieldOf(node, 'consequence'), scope, lower),
          whenFalse: block(fieldOf(node, 'alternative'), scope, lower),
        },
      ];
    case 'while_statement':
    case 'do_statement':
      return [
        {
          kind: 'while',
          ...spanOf(node),
          test: test(node, scope, lower),
          body: block(fieldOf(node, 'body'), scope, lower),
          atLeastOnce: node.type === 'do_statement',
        },
      ];
    case 'for_statement':
      return [{ kind: 'block', ...spanOf(node), body: forStatement(node, scope, lower) }];
    case 'enhanced_for_statement':
      return forEach(node, scope, lower);
    case 'switch_expression':
    case 'switch_statement': {
      const inner = lower.names.open('block', scope);
      return [javaSwitch(node, { scope: inner, lower, yields: false })];
    }
    case 'try_statement':
    case 'try_with_resources_statement':
      return [tryStatement(node, scope, lower)];
    case 'synchronized_statement':
      return block(fieldOf(node, 'body'), scope, lower);
    case 'ERROR':
      return lower.statements(node.children, scope);
    default:
      return node.named
        ? [{ kind: 'expression', ...spanOf(node), expression: opaque(node, scope, lower) }]
        : [];
  }
}

function test(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const condition = fieldOf(node, 'condition');
  return condition === undefined ? constant(node, null) : lower.expression(condition, scope);
}

function block(node: SyntaxNode | undefined, scope: Scope, lower: JavaLower): readonly Statement[] {
  if (node === undefined) return [];
  const nodes = node.type === 'block' ? node.children : [node];
  return lower.statements(nodes, lower.names.open('block', scope));
}

function forStatement(node: SyntaxNode, outer: Scope, lower: JavaLower): readonly Statement[] {
  const scope = lower.names.open('block', outer);
  const condition = fieldOf(node, 'condition');
  const before = fieldsOf(node, 'init').flatMap(part =>
    part.type.endsWith('declaration')
      ? lower.statements([part], scope)
      : [{ kind: 'expression' as const, ...spanOf(part), expression: lower.expression(part, scope) }],
  );
  const updates = fieldsOf(node, 'update').map(part => lower.expression(part, scope));
  return [
    ...before,
    {
      kind: 'while',
      ...spanOf(node),
      test: condition === undefined ? undefined : lower.expression(condition, scope),
      body: block(fieldOf(node, 'body'), scope, lower),
      ...(updates.length === 0 ? {} : { update: { kind: 'many', ...spanOf(node), expressions: updates } }),
    },
  ];
}

function forEach(node: SyntaxNode, outer: Scope, lower: JavaLower): readonly Statement[] {
  const scope = lower.names.open('block', outer);
  const name = fieldOf(node, 'name');
  const value = fieldOf(node, 'value');
  if (name === undefined || value === undefined) return [];
  const iterable = lower.expression(value, outer);
  const target = lower.target(name, scope, scope);
  const type = javaType(fieldOf(node, 'type'), scope, lower);
  const body = block(fieldOf(node, 'body'), scope, lower);
  const typed: readonly Statement[] =
    type.name === '' || target.kind !== 'variable'
      ? []
      : [
          {
            kind: 'expression',
            ...spanOf(name),
            expression: {
              kind: 'assign',
              ...spanOf(name),
              target,
              operator: '=',
              value: {
                kind: 'typed',
                ...spanOf(name),
                type,
                value: { kind: 'name', ...spanOf(name), variable: target.variable },
              },
            },
          },
        ];
  return [{ kind: 'for', ...spanOf(node), target, iterable, body: [...typed, ...body] }];
}

function tryStatement(node: SyntaxNode, outer: Scope, lower: JavaLower): Statement {
  const scope = lower.names.open('block', outer);
  const list = fieldOf(node, 'resources');
  const resources = (list === undefined ? [] : namedOf(list)).flatMap(item => resource(item, scope, lower));
  const body = block(fieldOf(node, 'body'), scope, lower);
  const handlers = node.children
    .filter(child => child.type === 'catch_clause')
    .map(clause => {
      const inner = lower.names.open('block', outer);
      const parameter = clause.children.find(child => child.type === 'catch_formal_parameter');
      const name = parameter && fieldOf(parameter, 'name');
      const caught = name === undefined ? [] : [caughtException(name, inner, lower)];
      return [...caught, ...block(fieldOf(clause, 'body'), inner, lower)];
    });
  const final = node.children.find(child => child.type === 'finally_clause');
  const finalizer = block(
    final?.children.find(child => child.type === 'block'),
    outer,
    lower,
  );
  return { kind: 'try', ...spanOf(node), body: [...resources, ...body], handlers, finalizer };
}

function caughtException(name: SyntaxNode, scope: Scope, lower: JavaLower): Statement {
  const type = { kind: 'typed' as const, ...spanOf(name), type: { name: 'Throwable' }, value: undefined };
  return {
    kind: 'expression',
    ...spanOf(name),
    expression: {
      kind: 'assign',
      ...spanOf(name),
      target: lower.target(name, scope, scope),
      operator: '=',
      value: type,
    },
  };
}

function resource(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Statement[] {
  const name = fieldOf(node, 'name');
  const value = fieldOf(node, 'value');
  if (name === undefined || value === undefined) return [];
  const lowered = lower.expression(value, scope);
  const type = javaType(fieldOf(node, 'type'), scope, lower);
  return [
    {
      kind: 'expression',
      ...spanOf(node),
      expression: {
        kind: 'assign',
        ...spanOf(node),
        target: lower.target(name, scope, scope),
        operator: '=',
        value: { kind: 'typed', ...spanOf(lowered), type, value: lowered },
      },
    },
  ];
}
