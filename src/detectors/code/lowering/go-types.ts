import type { Expression, TypeName } from '../engine/ir.ts';
import type { GoLower } from './go-lower.ts';
import { constant, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

const nothing: TypeName = { name: '' };

/** A type as models name it, such as `net/http.Request`; pointers are what they point to, containers have no name. */
export function goType(node: SyntaxNode | undefined, scope: Scope, lower: GoLower): TypeName {
  if (node === undefined) return nothing;
  switch (node.type) {
    case 'type_identifier':
    case 'identifier': {
      const name = textOf(lower, node);
      const variable = lower.names.resolve(scope, name);
      return variable.global ? { name } : { name, variable };
    }
    case 'qualified_type': {
      const home = fieldOf(node, 'package');
      const name = fieldOf(node, 'name');
      if (home === undefined || name === undefined) return nothing;
      const alias = textOf(lower, home);
      return { name: `${lower.packages.get(alias) ?? alias}.${textOf(lower, name)}` };
    }
    case 'pointer_type':
    case 'parenthesized_type':
      return goType(namedOf(node)[0], scope, lower);
    case 'generic_type':
      return goType(fieldOf(node, 'type'), scope, lower);
    default:
      return nothing;
  }
}

/** What a variable of a type holds before anything is assigned to it. */
export function goZero(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const span = spanOf(node);
  switch (node.type) {
    case 'slice_type':
    case 'channel_type':
      return { kind: 'list', ...span, items: [] };
    case 'map_type':
      return { kind: 'record', ...span, entries: [] };
    default:
  }
  const type = goType(node, scope, lower);
  if (type.name === 'string') return constant(node, '');
  if (type.name === 'bool') return constant(node, false);
  const isStruct = type.variable !== undefined && lower.fieldNames.has(type.variable.id);
  if (node.type === 'type_identifier' && isStruct && type.variable !== undefined) {
    const callee: Expression = { kind: 'name', ...span, variable: type.variable };
    return { kind: 'call', ...span, callee, isNew: true, args: [] };
  }
  return { kind: 'typed', ...span, type, value: undefined };
}
