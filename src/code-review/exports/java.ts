import type { Node } from 'web-tree-sitter';
import { type ExportedSymbol, type Parameter, typeText } from './exported-symbol.ts';

const typeNodes = [
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
];

/** The public types of a Java file with their public and protected members. */
export function javaExports(root: Node): readonly ExportedSymbol[] {
  return root.namedChildren.flatMap(node =>
    node !== null && typeNodes.includes(node.type) && isPublic(node) ? [typeOf(node)] : [],
  );
}

function isPublic(node: Node): boolean {
  const modifiers = node.namedChildren.find(child => child?.type === 'modifiers')?.text ?? '';
  return /\b(?:public|protected)\b/.test(modifiers);
}

function typeOf(node: Node): ExportedSymbol {
  const isOpen = node.type === 'interface_declaration' || node.type === 'annotation_type_declaration';
  const body = node.childForFieldName('body');
  const members = (body?.namedChildren ?? []).flatMap((member): ExportedSymbol[] => {
    if (member === null) return [];
    if (member.type === 'enum_constant')
      return [{ name: member.childForFieldName('name')?.text ?? '', kind: 'constant', ...placeOf(member) }];
    if (!isOpen && !isPublic(member)) return [];
    if (member.type === 'method_declaration' || member.type === 'constructor_declaration')
      return [
        {
          ...methodOf(member),
          implemented: node.type === 'interface_declaration' && member.childForFieldName('body') === null,
        },
      ];
    if (member.type === 'field_declaration') {
      const type = typeText(member.childForFieldName('type')?.text);
      const name = member.childForFieldName('declarator')?.childForFieldName('name')?.text ?? '';
      return [{ name, kind: 'field', ...placeOf(member), ...(type === undefined ? {} : { type }) }];
    }
    return typeNodes.includes(member.type) ? [typeOf(member)] : [];
  });
  return {
    name: node.childForFieldName('name')?.text ?? '',
    kind: node.type.replace('_declaration', ''),
    ...placeOf(node),
    members,
  };
}

/** Overloads are told apart by the types of their parameters, as the language does. */
function methodOf(node: Node): ExportedSymbol {
  const parameters = (node.childForFieldName('parameters')?.namedChildren ?? []).flatMap(
    (child): Parameter[] => {
      if (child === null || !/^(?:formal|spread)_parameter$/.test(child.type)) return [];
      const rest = child.type === 'spread_parameter';
      const type = typeText((child.childForFieldName('type') ?? child.namedChildren.at(-2))?.text);
      const name = child.childForFieldName('name')?.text ?? '';
      return [{ name, optional: rest, rest, named: false, ...(type === undefined ? {} : { type }) }];
    },
  );
  const type = typeText(node.childForFieldName('type')?.text);
  return {
    name: `${node.childForFieldName('name')?.text ?? ''}(${parameters.map(each => each.type ?? '').join(', ')})`,
    kind: 'method',
    ...placeOf(node),
    ...(type === undefined ? {} : { type }),
  };
}

function placeOf(node: Node): { readonly line: number; readonly text: string } {
  const name = node.childForFieldName('name') ?? node;
  const row = name.startPosition.row;
  return {
    line: row + 1,
    text: node.text.split('\n')[row - node.startPosition.row]?.trim() ?? '',
  };
}
