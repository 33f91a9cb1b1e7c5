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
      return ofNumbers(node, scope, lower) ?? javaType(nameOf(node), scope, lower);
    case 'annotated_type':
      return javaType(nameOf(node), scope, lower);
    case 'integral_type':
    case 'floating_point_type':
    case 'boolean_type':
      return { name: textOf(lower, node) };
    default:
      return nothing;
  }
}

function nameOf(node: SyntaxNode): SyntaxNode | undefined {
  return namedOf(node).find(child => child.type.endsWith('type_identifier'));
}

const numbers: ReadonlySet<string> = new Set(['Byte', 'Short', 'Integer', 'Long', 'Float', 'Double', 'UUID']);
const containers: ReadonlySet<string> = new Set(['List', 'Set', 'Collection', 'Iterable', 'Optional']);

/** What holds only numbers is as harmless as a number. */
function ofNumbers(node: SyntaxNode, scope: Scope, lower: Lower): TypeName | undefined {
  const name = nameOf(node);
  if (name === undefined || !containers.has(textOf(lower, name))) return undefined;
  const list = namedOf(node).find(child => child.type === 'type_arguments');
  const items = list === undefined ? [] : namedOf(list);
  const [item] = items;
  if (item === undefined || items.length > 1) return undefined;
  const type = javaType(item, scope, lower);
  return numbers.has(type.name) ? type : undefined;
}
