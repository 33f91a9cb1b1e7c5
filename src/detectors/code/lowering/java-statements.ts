import type { Expression, Statement } from '../engine/ir.ts';
import { javaBranching } from './java-branching.ts';
import { declareTypes, javaTypeStatements } from './java-definitions.ts';
import type { JavaLower } from './java-lower.ts';
import { javaType } from './java-types.ts';
import { spanOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers one statement. */
export function javaStatement(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Statement[] {
  switch (node.type) {
    case 'expression_statement': {
      const [inner] = namedOf(node);
      // A switch whose value nobody wants is a statement.
      if (inner?.type === 'switch_expression') return javaStatement(inner, scope, lower);
      return inner === undefined ? [] : [expressionStatement(lower.expression(inner, scope))];
    }
    case 'local_variable_declaration':
      return declaration(node, scope, lower);
    case 'return_statement':
    case 'yield_statement':
    case 'throw_statement': {
      const [value] = namedOf(node);
      return [
        {
          kind: node.type === 'throw_statement' ? 'throw' : 'return',
          ...spanOf(node),
          value: value && lower.expression(value, scope),
        },
      ];
    }
    case 'break_statement':
      return [{ kind: 'break', ...spanOf(node) }];
    case 'continue_statement':
      return [{ kind: 'continue', ...spanOf(node) }];
    case 'block':
    case 'constructor_body':
      return [
        {
          kind: 'block',
          ...spanOf(node),
          body: lower.statements(node.children, lower.names.open('block', scope)),
        },
      ];
    case 'labeled_statement':
      return namedOf(node)
        .slice(1)
        .flatMap(child => javaStatement(child, scope, lower));
    case 'class_declaration':
    case 'record_declaration':
    case 'enum_declaration':
    case 'interface_declaration':
      declareTypes([node], scope, lower);
      return javaTypeStatements(node, scope, lower);
    case 'explicit_constructor_invocation':
      return explicitConstructor(node, scope, lower);
    default:
      return javaBranching(node, scope, lower);
  }
}

function expressionStatement(expression: Expression): Statement {
  return { kind: 'expression', ...spanOf(expression), expression };
}

function declaration(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Statement[] {
  const typeNode = fieldOf(node, 'type');
  return node.children
    .filter(child => child.type === 'variable_declarator')
    .flatMap((declarator): readonly Statement[] => {
      const name = fieldOf(declarator, 'name');
      const value = fieldOf(declarator, 'value');
      if (name === undefined) return [];
      const lowered = value === undefined ? undefined : lower.expression(value, scope);
      const target = lower.target(name, scope, scope);
      const isArray = fieldOf(declarator, 'dimensions') !== undefined;
      const type = isArray ? { name: '' } : javaType(typeNode, scope, lower);
      if (target.kind === 'variable' && type.name !== '') lower.types.set(target.variable.id, type);
      if (lowered === undefined) return [];
      const typed: Expression = { kind: 'typed', ...spanOf(lowered), type, value: lowered };
      return [
        expressionStatement({
          kind: 'assign',
          ...spanOf(declarator),
          target,
          operator: '=',
          value: type.name === '' ? lowered : typed,
        }),
      ];
    });
}

/** `this(…)` runs another constructor of the class; what `super(…)` does is not followed. */
function explicitConstructor(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Statement[] {
  const list = fieldOf(node, 'arguments');
  const args = (list === undefined ? [] : namedOf(list)).map(child => ({
    value: lower.expression(child, scope),
  }));
  const constructor = fieldOf(node, 'constructor');
  const object: Expression =
    constructor?.type === 'this'
      ? { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, 'this') }
      : { kind: 'opaque', ...spanOf(node), expressions: [] };
  const callee: Expression = { kind: 'member', ...spanOf(node), object, property: 'constructor' };
  return [expressionStatement({ kind: 'call', ...spanOf(node), callee, args })];
}
