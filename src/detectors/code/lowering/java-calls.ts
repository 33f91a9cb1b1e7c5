import type { Argument, Expression } from '../engine/ir.ts';
import { javaClass } from './java-definitions.ts';
import type { JavaLower } from './java-lower.ts';
import { javaType } from './java-types.ts';
import { opaque, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

function argumentsOf(list: SyntaxNode | undefined, scope: Scope, lower: JavaLower): readonly Argument[] {
  return (list === undefined ? [] : namedOf(list)).map(child => ({ value: lower.expression(child, scope) }));
}

/** Lowers `object.method(…)`; without an object the method is one of the classes around, or an imported one. */
export function javaCall(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const method = fieldOf(node, 'name');
  if (method === undefined) return opaque(node, scope, lower);
  const args = argumentsOf(fieldOf(node, 'arguments'), scope, lower);
  const objectNode = fieldOf(node, 'object');
  const property = textOf(lower, method);
  const span = { start: node.start, end: method.end };
  const object =
    objectNode === undefined
      ? ownerOfMethod(property, { node: method, scope, lower })
      : lower.expression(objectNode, scope);
  const callee: Expression =
    object === undefined
      ? { kind: 'name', ...spanOf(method), variable: lower.names.resolve(scope, property) }
      : { kind: 'member', ...span, object, property };
  return { kind: 'call', ...spanOf(node), callee, args };
}

function ownerOfMethod(
  name: string,
  { node, scope, lower }: { readonly node: SyntaxNode; readonly scope: Scope; readonly lower: JavaLower },
): Expression | undefined {
  let innermost: Scope | undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind !== 'class') continue;
    innermost ??= at;
    const instance = at.names.get('this');
    if (instance !== undefined && lower.methodNames.get(at)?.has(name) === true)
      return { kind: 'name', ...spanOf(node), variable: instance };
  }
  // Perhaps inherited from a class of this file.
  const instance = lower.names.resolve(scope, name).global ? innermost?.names.get('this') : undefined;
  return instance === undefined ? undefined : { kind: 'name', ...spanOf(node), variable: instance };
}

/** Lowers `new T(…)`, also with the body of an anonymous class. */
export function javaCreation(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const typeNode = fieldOf(node, 'type');
  const body = node.children.find(child => child.type === 'class_body');
  const args = argumentsOf(fieldOf(node, 'arguments'), scope, lower);
  const type = javaType(typeNode, scope, lower);
  const named: Expression = {
    kind: 'name',
    ...spanOf(typeNode ?? node),
    variable: type.variable ?? lower.names.resolve(scope, type.name),
  };
  if (body === undefined) return { kind: 'call', ...spanOf(node), callee: named, args, isNew: true };
  const { code } = javaClass(body, scope, lower);
  const callee: Expression = { kind: 'class', ...spanOf(body), class: { ...code, bases: [named] } };
  return { kind: 'call', ...spanOf(node), callee, args, isNew: true };
}

/** Lowers `@Name(key = value)` to a call with named arguments. */
export function javaAnnotation(node: SyntaxNode, scope: Scope, lower: JavaLower): Expression {
  const name = fieldOf(node, 'name');
  const list = fieldOf(node, 'arguments');
  if (name === undefined) return opaque(node, scope, lower);
  const text = textOf(lower, name);
  const callee: Expression = {
    kind: 'name',
    ...spanOf(name),
    variable: lower.names.resolve(scope, text.slice(text.lastIndexOf('.') + 1)),
  };
  const args = (list === undefined ? [] : namedOf(list)).map((item): Argument => {
    const key = fieldOf(item, 'key');
    const value = fieldOf(item, 'value');
    if (item.type !== 'element_value_pair' || key === undefined || value === undefined)
      return { value: lower.expression(item, scope) };
    return { name: textOf(lower, key), value: lower.expression(value, scope) };
  });
  return { kind: 'call', ...spanOf(node), callee, args };
}
