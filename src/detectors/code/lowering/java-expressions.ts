import type { Argument, Expression } from '../engine/ir.ts';
import { javaAnnotation, javaCall, javaCreation } from './java-calls.ts';
import { javaLiteral } from './java-literals.ts';
import type { JavaLower } from './java-lower.ts';
import { javaSwitch } from './java-switch.ts';
import { javaType } from './java-types.ts';
import { constant, flattenChain, opaque, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers an expression; what is unknown becomes `opaque` over its parts. */
export function javaExpression(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const literal = javaLiteral(node, lower);
  if (literal !== undefined) return literal;
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
      return name(node, scope, lower);
    case 'this':
      return { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, 'this') };
    case 'field_access':
      return fieldAccess(node, scope, lower);
    case 'array_access': {
      const object = fieldOf(node, 'array');
      const index = fieldOf(node, 'index');
      if (object === undefined || index === undefined) return opaque(node, scope, lower);
      const lowered = lower.expression(object, scope);
      return { kind: 'index', ...spanOf(node), object: lowered, index: lower.expression(index, scope) };
    }
    case 'method_invocation':
      return javaCall(node, scope, lower);
    case 'object_creation_expression':
      return javaCreation(node, scope, lower);
    case 'annotation':
    case 'marker_annotation':
      return javaAnnotation(node, scope, lower);
    case 'binary_expression':
      return binary(node, scope, lower);
    case 'unary_expression': {
      const operand = fieldOf(node, 'operand');
      const operator = fieldOf(node, 'operator')?.type ?? '';
      if (operand === undefined) return opaque(node, scope, lower);
      return { kind: 'unary', ...spanOf(node), operator, operand: lower.expression(operand, scope) };
    }
    case 'assignment_expression':
    case 'update_expression':
      return assignment(node, scope, lower);
    case 'ternary_expression':
      return ternary(node, scope, lower);
    case 'lambda_expression':
      return { kind: 'function', ...spanOf(node), function: lower.functionCode(node, scope) };
    default:
      return other(node, scope, lower);
  }
}

function other(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  switch (node.type) {
    case 'cast_expression': {
      const value = fieldOf(node, 'value');
      if (value === undefined) return opaque(node, scope, lower);
      const type = javaType(fieldOf(node, 'type'), scope, lower);
      return { kind: 'typed', ...spanOf(node), type, value: lower.expression(value, scope) };
    }
    case 'instanceof_expression':
      return instanceOf(node, scope, lower);
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { kind: 'list', ...spanOf(node), items: itemsOf(node, scope, lower) };
    case 'array_creation_expression': {
      const value = fieldOf(node, 'value');
      if (value !== undefined) return lower.expression(value, scope);
      const empty: Expression = { kind: 'typed', ...spanOf(node), type: { name: 'int' }, value: undefined };
      return { kind: 'list', ...spanOf(node), items: [{ value: empty, spread: true }] };
    }
    case 'parenthesized_expression': {
      const inner = namedOf(node)[0];
      return inner === undefined ? constant(node, null) : lower.expression(inner, scope);
    }
    case 'method_reference':
      return methodReference(node, scope, lower);
    case 'switch_expression':
      return {
        kind: 'call',
        ...spanOf(node),
        callee: { kind: 'function', ...spanOf(node), function: switchFunction(node, scope, lower) },
        args: [],
      };
    case 'class_literal':
    case 'super':
    case 'modifiers':
    case 'dimensions':
      return { kind: 'opaque', ...spanOf(node), expressions: [] };
    default:
      return opaque(node, scope, lower);
  }
}

function itemsOf(node: SyntaxNode, scope: Scope, lower: JavaLower): readonly Argument[] {
  return namedOf(node).map(child => ({ value: lower.expression(child, scope) }));
}

/** A name: of a field it is that field of the instance. */
function name(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const text = textOf(lower, node);
  const variable = lower.names.resolve(scope, text);
  const owner = lower.fieldOwners.get(variable.id);
  if (owner === undefined) return { kind: 'name', ...spanOf(node), variable };
  return {
    kind: 'member',
    ...spanOf(node),
    object: { kind: 'name', ...spanOf(node), variable: owner },
    property: text,
  };
}

function fieldAccess(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const object = fieldOf(node, 'object');
  const field = fieldOf(node, 'field');
  if (object === undefined || field === undefined) return opaque(node, scope, lower);
  const property = textOf(lower, field);
  if (field.type === 'this')
    return { kind: 'name', ...spanOf(node), variable: ownerOf(object, scope, lower) };
  // `java.io.File` is `File`.
  if (/^[A-Z]/.test(property) && isPackage(object, scope, lower))
    return { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, property) };
  return { kind: 'member', ...spanOf(node), object: lower.expression(object, scope), property };
}

/** `Outer.this` is the instance of the class around; without it that of this one will do. */
function ownerOf(_object: SyntaxNode, scope: Scope, lower: JavaLower) {
  return lower.names.resolve(scope, 'this');
}

function isPackage(node: SyntaxNode, scope: Scope, lower: JavaLower): boolean {
  const text = textOf(lower, node);
  if (!/^[a-z][a-z0-9_]*(?:\s*\.\s*[a-z][a-z0-9_]*)*$/.test(text)) return false;
  return lower.names.resolve(scope, text.split('.')[0]?.trim() ?? '').global;
}

function instanceOf(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const left = fieldOf(node, 'left');
  const bound = fieldOf(node, 'name');
  const value = left === undefined ? constant(node, null) : lower.expression(left, scope);
  const type = javaType(fieldOf(node, 'right'), scope, lower);
  const outcome: Expression = { kind: 'typed', ...spanOf(node), type: { name: 'boolean' }, value };
  if (bound === undefined) return outcome;
  const assign: Expression = {
    kind: 'assign',
    ...spanOf(bound),
    target: lower.target(bound, scope, scope),
    operator: '=',
    value: { kind: 'typed', ...spanOf(bound), type, value },
  };
  return { kind: 'many', ...spanOf(node), expressions: [assign, outcome] };
}

function methodReference(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const [object, method] = namedOf(node);
  if (object === undefined || method?.type !== 'identifier') return constant(node, null);
  return {
    kind: 'member',
    ...spanOf(node),
    object: lower.expression(object, scope),
    property: textOf(lower, method),
  };
}

/** A switch that yields a value is a function that is called at once, its cases return. */
function switchFunction(node: SyntaxNode, outer: Scope, lower: JavaLower) {
  const scope = lower.names.open('block', outer);
  return {
    ...spanOf(node),
    id: lower.names.nextId(),
    name: '',
    parameters: [],
    body: [javaSwitch(node, { scope, lower, yields: true })],
    decorators: [],
    exported: false,
    isPrivate: true,
  };
}

const logical: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', '||': 'or' };

function binary(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const operator = fieldOf(node, 'operator')?.type ?? '';
  const [first, ...rest] = flattenChain(node, at => {
    if (at.type !== 'binary_expression' || fieldOf(at, 'operator')?.type !== operator) return undefined;
    const left = fieldOf(at, 'left');
    const right = fieldOf(at, 'right');
    return left === undefined || right === undefined ? undefined : { left, right };
  });
  if (first === undefined || first === node) return opaque(node, scope, lower);
  if (operator === '+')
    return {
      kind: 'concat',
      ...spanOf(node),
      parts: [first, ...rest].map(part => lower.expression(part, scope)),
    };
  const named = logical[operator];
  return rest.reduce<Expression>(
    (left, part) => {
      const right = lower.expression(part, scope);
      const span = { start: node.start, end: part.end };
      return named === undefined
        ? { kind: 'binary', ...span, operator, left, right }
        : { kind: 'logical', ...span, operator: named, left, right };
    },
    lower.expression(first, scope),
  );
}

function assignment(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const left = fieldOf(node, 'left') ?? namedOf(node)[0];
  if (left === undefined) return opaque(node, scope, lower);
  const right = fieldOf(node, 'right');
  const token = fieldOf(node, 'operator')?.type ?? node.children.find(child => !child.named)?.type ?? '=';
  const target = lower.target(left, scope, undefined);
  const value = right === undefined ? constant(node, 1) : lower.expression(right, scope);
  const type = target.kind === 'variable' && token === '=' ? lower.types.get(target.variable.id) : undefined;
  return {
    kind: 'assign',
    ...spanOf(node),
    target,
    operator: token === '++' ? '+=' : token === '--' ? '-=' : token,
    value: type === undefined ? value : { kind: 'typed', ...spanOf(value), type, value },
  };
}

function ternary(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const test = fieldOf(node, 'condition');
  const whenTrue = fieldOf(node, 'consequence');
  const whenFalse = fieldOf(node, 'alternative');
  if (test === undefined || whenTrue === undefined || whenFalse === undefined)
    return opaque(node, scope, lower);
  return {
    kind: 'conditional',
    ...spanOf(node),
    test: lower.expression(test, scope),
    whenTrue: lower.expression(whenTrue, scope),
    whenFalse: lower.expression(whenFalse, scope),
  };
}
