import type { Node } from 'web-tree-sitter';
import { type ExportedSymbol, type Parameter, typeText } from './exported-symbol.ts';

/** The public names of a Python module: `__all__` where there is one, else those without a leading underscore. */
export function pythonExports(root: Node): readonly ExportedSymbol[] {
  const all = namesInAll(root);
  const declared = root.namedChildren.flatMap(node => (node === null ? [] : declarationOf(node)));
  if (all === undefined) return declared.filter(({ name }) => !name.startsWith('_'));
  const known = new Set(declared.map(({ name }) => name));
  return [
    ...declared.filter(({ name }) => all.has(name)),
    // Imported from elsewhere and passed on.
    ...[...all].flatMap(([name, place]) => (known.has(name) ? [] : [{ name, kind: 're-export', ...place }])),
  ];
}

type Place = { readonly line: number; readonly text: string };

function namesInAll(root: Node): ReadonlyMap<string, Place> | undefined {
  for (const statement of root.namedChildren) {
    const assignment = statement?.namedChildren[0];
    if (assignment?.type !== 'assignment' || assignment.childForFieldName('left')?.text !== '__all__')
      continue;
    const strings = assignment.childForFieldName('right')?.descendantsOfType('string_content') ?? [];
    return new Map(strings.flatMap(node => (node === null ? [] : [[node.text, lineOf(node)] as const])));
  }
  return undefined;
}

function declarationOf(node: Node): readonly ExportedSymbol[] {
  const inner = node.type === 'decorated_definition' ? node.childForFieldName('definition') : node;
  const name = inner?.childForFieldName('name')?.text;
  if (inner?.type === 'function_definition' && name !== undefined)
    return [functionSymbol(inner, name, false)];
  if (inner?.type === 'class_definition' && name !== undefined)
    return [{ name, kind: 'class', ...placeOf(inner), members: membersOf(inner.childForFieldName('body')) }];
  const assignment = inner?.type === 'expression_statement' ? inner.namedChildren[0] : undefined;
  const left = assignment?.type === 'assignment' ? assignment.childForFieldName('left') : undefined;
  // Other variables of a module are seldom meant for others.
  return left?.type === 'identifier' && /^[A-Z][A-Z0-9_]*$/.test(left.text) && inner !== null
    ? [{ name: left.text, kind: 'constant', ...placeOf(inner) }]
    : [];
}

function membersOf(body: Node | null): readonly ExportedSymbol[] {
  return (body?.namedChildren ?? []).flatMap((node): ExportedSymbol[] => {
    const inner = node?.type === 'decorated_definition' ? node.childForFieldName('definition') : node;
    const name = inner?.childForFieldName('name')?.text;
    if (inner?.type !== 'function_definition' || name === undefined) return [];
    if (name.startsWith('_') && name !== '__init__' && name !== '__call__') return [];
    const isStatic = node?.type === 'decorated_definition' && /@staticmethod\b/.test(node.text);
    // A property is read, not called.
    if (node?.type === 'decorated_definition' && /^\s*@(?:[\w.]*property|\w+\.setter)\b/m.test(node.text))
      return [{ name, kind: 'property', ...placeOf(inner) }];
    return [{ ...functionSymbol(inner, name, !isStatic), kind: 'method' }];
  });
}

function functionSymbol(node: Node, name: string, isMethod: boolean): ExportedSymbol {
  const nodes = (node.childForFieldName('parameters')?.namedChildren ?? []).filter(child => child !== null);
  const positionalOnly = nodes.findIndex(({ type }) => type === 'positional_separator');
  // After a bare `*`, or `*args`, parameters are known by their names alone.
  const separator = nodes.findIndex(
    child =>
      child.type === 'keyword_separator' ||
      child.type === 'list_splat_pattern' ||
      (child.type === 'typed_parameter' && child.namedChildren[0]?.type === 'list_splat_pattern'),
  );
  const parameters = nodes.flatMap((child, index) =>
    parameterOf(child, index > positionalOnly).map(parameter =>
      separator !== -1 && index > separator && !parameter.rest ? { ...parameter, keyword: true } : parameter,
    ),
  );
  const type = typeText(node.childForFieldName('return_type')?.text);
  return {
    name,
    kind: 'function',
    ...placeOf(node),
    parameters: isMethod ? parameters.slice(1) : parameters,
    ...(type === undefined ? {} : { type }),
  };
}

function parameterOf(node: Node, named: boolean): readonly Parameter[] {
  const type = typeText(node.childForFieldName('type')?.text);
  const common = type === undefined ? {} : { type };
  switch (node.type) {
    case 'identifier':
      return [{ name: node.text, optional: false, rest: false, named }];
    case 'typed_parameter': {
      const name = node.namedChildren[0];
      const rest = name?.type !== 'identifier';
      return [{ ...common, name: (name?.text ?? '').replace(/^\*+/, ''), optional: rest, rest, named }];
    }
    case 'default_parameter':
    case 'typed_default_parameter':
      return [
        { ...common, name: node.childForFieldName('name')?.text ?? '', optional: true, rest: false, named },
      ];
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
      return [{ name: node.text.replace(/^\*+/, ''), optional: true, rest: true, named: false }];
    default:
      return [];
  }
}

/** A name within a longer statement, with the whole line it stands in. */
function lineOf(node: Node): Place {
  const statement = node.parent?.parent ?? node;
  const row = node.startPosition.row;
  return {
    line: row + 1,
    text: statement.text.split('\n')[row - statement.startPosition.row]?.trim() ?? node.text,
  };
}

function placeOf(node: Node): Place {
  return { line: node.startPosition.row + 1, text: node.text.split('\n', 1)[0]?.trim() ?? '' };
}
