import type { Node } from 'web-tree-sitter';
import { type ExportedSymbol, type Parameter, typeText } from './exported-symbol.ts';

/** The exports of a TypeScript or JavaScript module: ES modules, and CommonJS as it is usually written. */
export function javascriptExports(root: Node): readonly ExportedSymbol[] {
  const statements = root.namedChildren.filter(node => node !== null);
  const locals = new Map(statements.flatMap(declarationsOf).map(symbol => [symbol.name, symbol]));
  const symbols = statements.flatMap(node => {
    if (node.type === 'export_statement') return exportsOf(node, locals);
    return node.type === 'expression_statement' ? commonJs(node, locals) : [];
  });
  return withoutOverloads(symbols);
}

function exportsOf(node: Node, locals: ReadonlyMap<string, ExportedSymbol>): readonly ExportedSymbol[] {
  const declaration = node.childForFieldName('declaration');
  const isDefault = node.children.some(child => child?.type === 'default');
  if (isDefault) {
    const value = declaration ?? node.childForFieldName('value');
    const [symbol] = value === null ? [] : declarationsOf(value);
    const named = symbol ?? (value?.type === 'identifier' ? locals.get(value.text) : undefined);
    return [{ ...(named ?? bare(node, 'value')), name: 'default', ...placeOf(node) }];
  }
  if (declaration !== null) return declarationsOf(declaration);
  const clause = node.namedChildren.find(child => child?.type === 'export_clause');
  const source = node.childForFieldName('source')?.text;
  if (clause === undefined || clause === null)
    return source === undefined ? [] : [{ ...bare(node, 're-export'), name: `* from ${source}` }];
  return clause.namedChildren.flatMap(child => {
    if (child?.type !== 'export_specifier') return [];
    const name = child.childForFieldName('name')?.text ?? '';
    const alias = child.childForFieldName('alias')?.text ?? name;
    const local = source === undefined ? locals.get(name) : undefined;
    return [{ ...(local ?? bare(child, 're-export')), name: alias, ...placeOf(child) }];
  });
}

function declarationsOf(node: Node): readonly ExportedSymbol[] {
  const name = node.childForFieldName('name')?.text ?? '';
  switch (node.type) {
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'function_signature':
    case 'function_expression':
      return [{ ...functionSymbol(node), name }];
    case 'class_declaration':
    case 'abstract_class_declaration':
    case 'class':
      return [{ ...bare(node, 'class'), name, members: classMembers(node.childForFieldName('body')) }];
    case 'interface_declaration':
      return [{ ...bare(node, 'interface'), name, members: objectMembers(node.childForFieldName('body')) }];
    case 'type_alias_declaration': {
      const value = node.childForFieldName('value');
      if (value?.type === 'object_type')
        return [{ ...bare(node, 'type'), name, members: objectMembers(value) }];
      return [{ ...bare(node, 'type'), name, ...typed(value?.text) }];
    }
    case 'enum_declaration':
      return [{ ...bare(node, 'enum'), name, members: enumMembers(node.childForFieldName('body')) }];
    case 'lexical_declaration':
    case 'variable_declaration':
      return node.namedChildren.flatMap(child =>
        child?.type === 'variable_declarator' ? variable(child) : [],
      );
    case 'export_statement': {
      const inner = node.childForFieldName('declaration');
      return inner === null ? [] : declarationsOf(inner);
    }
    default:
      return [];
  }
}

function variable(node: Node): readonly ExportedSymbol[] {
  const name = node.childForFieldName('name');
  if (name?.type !== 'identifier') return [];
  const value = node.childForFieldName('value');
  const type = node.childForFieldName('type')?.text;
  // A written type says what the value is, whatever the function on the right takes.
  const isFunction = value !== null && /^(?:arrow_function|function_expression)$/.test(value.type);
  if (isFunction && type === undefined)
    return [{ ...functionSymbol(value), name: name.text, ...placeOf(node) }];
  return [{ ...bare(node, 'value'), name: name.text, ...typed(type) }];
}

function functionSymbol(node: Node): ExportedSymbol {
  const single = node.childForFieldName('parameter');
  const parameters =
    single === null
      ? parametersOf(node.childForFieldName('parameters'))
      : [{ name: single.text, optional: false, rest: false, named: false }];
  return { ...bare(node, 'function'), parameters, ...typed(node.childForFieldName('return_type')?.text) };
}

function parametersOf(list: Node | null): readonly Parameter[] {
  return (list?.namedChildren ?? []).flatMap((node): Parameter[] => {
    if (node === null || node.type === 'comment') return [];
    const pattern = node.childForFieldName('pattern') ?? node.childForFieldName('left') ?? node;
    const name = pattern.text.replace(/\s+/g, ' ');
    if (name === 'this') return [];
    const rest = pattern.type === 'rest_pattern';
    const optional =
      rest ||
      node.type === 'optional_parameter' ||
      node.type === 'assignment_pattern' ||
      node.childForFieldName('value') !== null;
    const type = node.childForFieldName('type')?.text ?? literalType(node);
    return [{ name, optional, rest, named: false, ...typed(type) }];
  });
}

/** A default that is a literal says the type, as TypeScript infers it. */
function literalType(parameter: Node): string | undefined {
  const value = parameter.childForFieldName('value') ?? parameter.childForFieldName('right');
  const types: Readonly<Record<string, string>> = {
    number: 'number',
    string: 'string',
    true: 'boolean',
    false: 'boolean',
  };
  return types[value?.type ?? ''];
}

function classMembers(body: Node | null): readonly ExportedSymbol[] {
  const members = (body?.namedChildren ?? []).flatMap((node): ExportedSymbol[] => {
    if (node === null) return [];
    const name = node.childForFieldName('name');
    const modifier = node.children.find(child => child?.type === 'accessibility_modifier')?.text;
    if (name === null || name.text.startsWith('#') || modifier === 'private') return [];
    if (/^(?:method_definition|abstract_method_signature|method_signature)$/.test(node.type))
      return [{ ...functionSymbol(node), name: name.text, kind: 'method' }];
    if (/^(?:public_field_definition|field_definition)$/.test(node.type))
      return [{ ...bare(node, 'field'), name: name.text, ...typed(node.childForFieldName('type')?.text) }];
    return [];
  });
  return withoutOverloads(members);
}

function objectMembers(body: Node | null): readonly ExportedSymbol[] {
  const members = (body?.namedChildren ?? []).flatMap((node): ExportedSymbol[] => {
    const name = node?.childForFieldName('name')?.text;
    if (node === null || name === undefined) return [];
    const optional = node.children.some(child => child?.type === '?');
    if (node.type === 'method_signature')
      return [{ ...functionSymbol(node), name, kind: 'method', optional }];
    if (node.type !== 'property_signature') return [];
    return [{ ...bare(node, 'property'), name, optional, ...typed(node.childForFieldName('type')?.text) }];
  });
  return withoutOverloads(members);
}

function enumMembers(body: Node | null): readonly ExportedSymbol[] {
  return (body?.namedChildren ?? []).flatMap(node => {
    if (node === null || node.type === 'comment') return [];
    return [{ ...bare(node, 'member'), name: (node.childForFieldName('name') ?? node).text }];
  });
}

/** `module.exports = { a, b }`, `module.exports = f`, `exports.a = …`. */
function commonJs(node: Node, locals: ReadonlyMap<string, ExportedSymbol>): readonly ExportedSymbol[] {
  const [assignment] = node.namedChildren;
  if (assignment?.type !== 'assignment_expression') return [];
  const left = assignment.childForFieldName('left')?.text ?? '';
  const right = assignment.childForFieldName('right');
  const single = /^(?:module\.)?exports\.(?<name>\w+)$/.exec(left)?.groups?.['name'];
  if (single !== undefined) return [{ ...valueOf(right, node, locals), name: single, ...placeOf(node) }];
  if (left !== 'module.exports' || right === null) return [];
  if (right.type !== 'object')
    return [{ ...valueOf(right, node, locals), name: 'default', ...placeOf(node) }];
  return right.namedChildren.flatMap(child => {
    if (child?.type === 'shorthand_property_identifier')
      return [{ ...(locals.get(child.text) ?? bare(child, 'value')), name: child.text, ...placeOf(child) }];
    const method = child?.type === 'method_definition' ? child.childForFieldName('name')?.text : undefined;
    if (child !== null && child !== undefined && method !== undefined)
      return [{ ...functionSymbol(child), name: method, ...placeOf(child) }];
    const key = child?.childForFieldName('key')?.text;
    if (child === null || child === undefined || key === undefined) return [];
    return [{ ...valueOf(child.childForFieldName('value'), child, locals), name: key, ...placeOf(child) }];
  });
}

function valueOf(
  node: Node | null,
  place: Node,
  locals: ReadonlyMap<string, ExportedSymbol>,
): ExportedSymbol {
  if (node !== null && /^(?:arrow_function|function_expression)$/.test(node.type))
    return functionSymbol(node);
  return (node?.type === 'identifier' ? locals.get(node.text) : undefined) ?? bare(place, 'value');
}

/** Of an overloaded function only that it is there is compared. */
function withoutOverloads(symbols: readonly ExportedSymbol[]): readonly ExportedSymbol[] {
  const counts = new Map<string, number>();
  for (const { name } of symbols) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Set<string>();
  return symbols.flatMap(symbol => {
    if (counts.get(symbol.name) === 1) return [symbol];
    if (seen.has(symbol.name)) return [];
    seen.add(symbol.name);
    const { name, line, text } = symbol;
    return [{ name, kind: 'overloaded', line, text }];
  });
}

function bare(node: Node, kind: string): ExportedSymbol {
  return { name: '', kind, ...placeOf(node) };
}

function placeOf(node: Node): { readonly line: number; readonly text: string } {
  return { line: node.startPosition.row + 1, text: node.text.split('\n', 1)[0]?.trim() ?? '' };
}

function typed(text: string | undefined): { readonly type?: string } {
  const type = typeText(text);
  return type === undefined ? {} : { type };
}
