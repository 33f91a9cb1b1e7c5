import type { Expression, Statement, Variable } from '../engine/ir.ts';
import type { JavaLower } from './java-lower.ts';
import { javaType } from './java-types.ts';
import { constant, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, type SyntaxNode } from './syntax-node.ts';

type Home = { readonly scope: Scope; readonly instance: Variable; readonly lower: JavaLower };

/** The fields of a class as assignments to its instance, and its initializers. */
export function javaFields(members: readonly SyntaxNode[], home: Home): readonly Statement[] {
  const { scope, lower } = home;
  return members.flatMap((member): readonly Statement[] => {
    switch (member.type) {
      case 'field_declaration':
      case 'constant_declaration':
        return member.children
          .filter(child => child.type === 'variable_declarator')
          .flatMap(declarator => field(member, declarator, home));
      case 'enum_constant': {
        const name = fieldOf(member, 'name');
        return name === undefined ? [] : [store(name, constant(name, textOf(lower, name)), home)];
      }
      case 'static_initializer':
        return lower.statements(member.children, scope);
      case 'block':
        return lower.statements([member], scope);
      default:
        return [];
    }
  });
}

function field(member: SyntaxNode, declarator: SyntaxNode, home: Home): readonly Statement[] {
  const { scope, lower } = home;
  const name = fieldOf(declarator, 'name');
  if (name === undefined) return [];
  const isArray = fieldOf(declarator, 'dimensions') !== undefined;
  const type = isArray ? { name: '' } : javaType(fieldOf(member, 'type'), scope, lower);
  const valueNode = fieldOf(declarator, 'value');
  if (valueNode === undefined) {
    if (type.name === '' || type.name === 'String') return [];
    return [store(name, { kind: 'typed', ...spanOf(name), type, value: undefined }, home)];
  }
  const value: Expression = {
    kind: 'typed',
    ...spanOf(valueNode),
    type,
    value: lower.expression(valueNode, scope),
  };
  return [store(name, lower.assigned.has(textOf(lower, name)) ? changeable(value) : value, home)];
}

function store(name: SyntaxNode, value: Expression, { instance, lower }: Home): Statement {
  const span = spanOf(name);
  const object: Expression = { kind: 'name', ...span, variable: instance };
  return {
    kind: 'expression',
    ...span,
    expression: {
      kind: 'assign',
      ...span,
      target: { kind: 'member', ...span, object, property: textOf(lower, name) },
      operator: '=',
      value,
    },
  };
}

/** A value that may have been replaced by the time it is read. */
function changeable(value: Expression): Expression {
  const unknown: Expression = { kind: 'opaque', ...spanOf(value), expressions: [] };
  return { kind: 'conditional', ...spanOf(value), test: unknown, whenTrue: value, whenFalse: unknown };
}
