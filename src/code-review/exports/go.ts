import type { Node } from 'web-tree-sitter';
import { type ExportedSymbol, type Parameter, typeText } from './exported-symbol.ts';

const isExported = (name: string): boolean => /^\p{Lu}/u.test(name);

/** The exported names of a Go file: functions, methods as `Type.Method`, types with their fields, constants. */
export function goExports(root: Node): readonly ExportedSymbol[] {
  // Nobody can import a program.
  if (root.namedChildren.some(node => node?.type === 'package_clause' && /\bmain$/.test(node.text)))
    return [];
  return root.namedChildren.flatMap((node): ExportedSymbol[] => {
    if (node === null) return [];
    const name = node.childForFieldName('name')?.text ?? '';
    if (node.type === 'function_declaration') return isExported(name) ? [functionSymbol(node, name)] : [];
    if (node.type === 'method_declaration') {
      const receiver = /\*?\s*(?<type>\w+)(?:\[[^\]]*\])?\s*\)$/.exec(
        node.childForFieldName('receiver')?.text ?? '',
      )?.groups?.['type'];
      return receiver !== undefined && isExported(receiver) && isExported(name)
        ? [{ ...functionSymbol(node, `${receiver}.${name}`), kind: 'method' }]
        : [];
    }
    if (node.type === 'type_declaration') return node.namedChildren.flatMap(typeOf);
    if (node.type === 'const_declaration' || node.type === 'var_declaration')
      return node.descendantsOfType(['const_spec', 'var_spec']).flatMap(constantOf);
    return [];
  });
}

function constantOf(node: Node | null): readonly ExportedSymbol[] {
  const name = node?.childForFieldName('name')?.text ?? '';
  return node === null || !isExported(name) ? [] : [{ name, kind: 'constant', ...placeOf(node) }];
}

function typeOf(spec: Node | null): readonly ExportedSymbol[] {
  const name = spec?.childForFieldName('name')?.text ?? '';
  const type = spec?.childForFieldName('type');
  if (spec === null || type === null || type === undefined || !isExported(name)) return [];
  const symbol = { name, kind: 'type', ...placeOf(spec) };
  if (type.type === 'struct_type') {
    const fields = type.descendantsOfType('field_declaration').flatMap(field => {
      const own = field?.parent?.parent;
      // Fields of structs within structs belong to those.
      if (field === null || own === null || own === undefined || own.id !== type.id) return [];
      const fieldType = typeText(field.childForFieldName('type')?.text);
      return field
        .childrenForFieldName('name')
        .flatMap(node => (node !== null && isExported(node.text) ? [node.text] : []))
        .map(fieldName => ({
          name: fieldName,
          kind: 'field',
          ...placeOf(field),
          ...(fieldType === undefined ? {} : { type: fieldType }),
        }));
    });
    return [{ ...symbol, kind: 'struct', members: fields }];
  }
  if (type.type === 'interface_type') {
    const methods = type.namedChildren.flatMap(node => {
      const method = node?.childForFieldName('name')?.text;
      return node === null || method === undefined ? [] : [functionSymbol(node, method)];
    });
    // With a method of its own the package alone can implement it.
    const implemented = methods.every(method => isExported(method.name));
    return [{ ...symbol, kind: 'interface', members: methods.map(method => ({ ...method, implemented })) }];
  }
  const text = typeText(type.text);
  return [{ ...symbol, ...(text === undefined ? {} : { type: text }) }];
}

function functionSymbol(node: Node, name: string): ExportedSymbol {
  const type = resultType(node.childForFieldName('result'));
  return {
    name,
    kind: 'function',
    ...placeOf(node),
    parameters: parametersOf(node.childForFieldName('parameters')),
    ...(type === undefined ? {} : { type }),
  };
}

/** Names of results mean nothing to callers. */
function resultType(result: Node | null): string | undefined {
  if (result?.type !== 'parameter_list') return typeText(result?.text);
  const types = parametersOf(result).map(({ type = '' }) => type);
  return types.length === 1 ? types[0] : `(${types.join(', ')})`;
}

function parametersOf(list: Node | null): readonly Parameter[] {
  return (list?.namedChildren ?? []).flatMap((node): Parameter[] => {
    if (node === null || !node.type.endsWith('parameter_declaration')) return [];
    const rest = node.type === 'variadic_parameter_declaration';
    const type = typeText(node.childForFieldName('type')?.text);
    const names = node.childrenForFieldName('name').map(name => name?.text ?? '');
    return (names.length === 0 ? [''] : names).map(name => ({
      name,
      optional: rest,
      rest,
      named: false,
      ...(type === undefined ? {} : { type }),
    }));
  });
}

function placeOf(node: Node): { readonly line: number; readonly text: string } {
  return { line: node.startPosition.row + 1, text: node.text.split('\n', 1)[0]?.trim() ?? '' };
}
