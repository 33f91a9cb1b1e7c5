import type { TypeName } from '../engine/ir.ts';
import { type Lower, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { namedOf, type SyntaxNode } from './syntax-node.ts';

const nothing: TypeName = { name: '' };

/** A type by its simple name, without parameters; arrays and inferred types have none. */
export function javaType(node: SyntaxNode | undefined, scope: Scope, lower: Lower): TypeName {
  if (node === undefined) return nothing;
  switch (node.type) {
    case 'type_identifier': {
      const name = textOf(lower, node);
      if (name === 'var') return nothing;
      const variable = lower.names.resolve(scope, name);
      return variable.global ? { name } : { name, variable };
    }
    case 'scoped_type_identifier':
      return javaType(
        namedOf(node).findLast(child => child.type === 'type_identifier'),
        scope,
        lower,
      );
    case 'generic_type':
    case 'annotated_type':
      return javaType(
        namedOf(node).find(child => child.type.endsWith('type_identifier')),
        scope,
        lower,
      );
    case 'integral_type':
    case 'floating_point_type':
    case 'boolean_type':
      return { name: textOf(lower, node) };
    default:
      return nothing;
  }
}
