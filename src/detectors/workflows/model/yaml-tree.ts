import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Span } from '../../../contracts/detector.ts';
import { UnparsableError } from '../../../errors.ts';

/** A YAML value with its place in the text. An alias is the very node of its anchor. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export type YamlMap = Span & { readonly kind: 'map'; readonly entries: readonly YamlEntry[] };

export type YamlEntry = {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
};

export type YamlList = Span & { readonly kind: 'list'; readonly items: readonly YamlNode[] };

export type YamlScalar = Span & {
  readonly kind: 'scalar';
  /** The value as a string, escapes and indentation resolved; empty for null. */
  readonly text: string;
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
};

/** Deepest nesting that is read; GitHub's own formats need about ten levels. */
const maxDepth = 100;
/** Most nodes with every alias and merge key written out; a file of 1 MiB without them stays far below. */
const maxNodes = 500_000;

/**
 * Reads the first YAML document of a text (YAML 1.2 core schema, as GitHub does); undefined when it is empty.
 * Aliases are shared, not copied; what they come to when written out is limited all the same.
 * @throws UnparsableError when the text is not YAML, holds several documents, nests too deeply, or when its
 * aliases multiply to more than 500,000 nodes.
 */
export function parseYaml(text: string): YamlNode | undefined {
  let contents: Node | null;
  try {
    const document = parseDocument(text, {
      // Checking uniqueness is quadratic, and of equal keys both are of interest.
      uniqueKeys: false,
      keepSourceTokens: false,
      prettyErrors: true,
      // With `silent` a second document would go unnoticed.
      logLevel: 'error',
    });
    const [error] = document.errors;
    if (error !== undefined) throw new UnparsableError(`not valid YAML${lineOf(error.linePos)}`);
    contents = document.contents;
  } catch (error) {
    if (error instanceof UnparsableError) throw error;
    // Hostile nesting overflows the parser's stack.
    throw new UnparsableError('not readable as YAML');
  }
  return contents === null ? undefined : createConverter()(contents, 0);
}

function lineOf(position: readonly { readonly line: number }[] | undefined): string {
  const [start] = position ?? [];
  return start === undefined ? '' : ` (line ${start.line})`;
}

type Convert = (node: Node | null, depth: number) => YamlNode;

function createConverter(): Convert {
  const anchors = new Map<string, YamlNode>();
  const sizeOf = createSizes();
  const convert: Convert = (node, depth) => {
    if (depth > maxDepth) throw new UnparsableError('nested too deeply');
    if (node === null) return nullScalar({ start: 0, end: 0 });
    const span = spanOf(node);
    if (isAlias(node)) return anchors.get(node.source) ?? nullScalar(span);
    const converted = convertPlainNode(node, span, depth, convert);
    if (sizeOf(converted) > maxNodes) throw new UnparsableError('aliases make it too large');
    // Set after the contents, so that an alias within its own anchor is null rather than endless.
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, converted);
    return converted;
  };
  return convert;
}

/** Counts nodes as if every alias were written out; each node is counted once and remembered. */
function createSizes(): (node: YamlNode) => number {
  const sizes = new Map<YamlNode, number>();
  const sizeOf = (node: YamlNode): number => {
    if (node.kind === 'scalar') return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const children = node.kind === 'list' ? node.items : node.entries.map(entry => entry.value);
    const size = children.reduce((sum, child) => sum + sizeOf(child), 1);
    sizes.set(node, size);
    return size;
  };
  return sizeOf;
}

function convertPlainNode(node: Node, span: Span, depth: number, convert: Convert): YamlNode {
  if (isMap(node)) {
    return { kind: 'map', entries: withMerges(entriesOf(node, depth, convert)), ...span };
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map(item => convert(item as Node | null, depth + 1)), ...span };
  }
  return isScalar(node) ? scalarOf(node, span) : nullScalar(span);
}

function entriesOf(map: YAMLMap, depth: number, convert: Convert): readonly YamlEntry[] {
  return map.items.map(pair => {
    const key = convert(pair.key as Node | null, depth + 1);
    const value = convert(pair.value as Node | null, depth + 1);
    const keySpan = { start: key.start, end: key.end };
    // An absent value stands right behind its key.
    const placed = pair.value === null ? nullScalar({ start: key.end, end: key.end }) : value;
    return { key: key.kind === 'scalar' ? key.text : '', keySpan, value: placed };
  });
}

/** GitHub rejects merge keys; other readers of the same file honour them, and so do we, without overriding. */
function withMerges(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  if (!entries.some(entry => entry.key === '<<')) return entries;
  const own = entries.filter(entry => entry.key !== '<<');
  const known = new Set(own.map(entry => entry.key));
  const merged: YamlEntry[] = [...own];
  for (const { value } of entries.filter(entry => entry.key === '<<')) {
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind !== 'map') continue;
      for (const entry of source.entries) {
        if (known.has(entry.key)) continue;
        known.add(entry.key);
        merged.push(entry);
      }
    }
  }
  return merged;
}

function scalarOf(node: Node & { value: unknown; type?: unknown }, span: Span): YamlScalar {
  const style = styleOf(node.type);
  const { value } = node;
  if (typeof value === 'string') return { kind: 'scalar', text: value, value, style, ...span };
  if (typeof value !== 'number' && typeof value !== 'boolean') return { ...nullScalar(span), style };
  // As written: `1.10` is a version more often than a number.
  const written = 'source' in node && typeof node.source === 'string' ? node.source : String(value);
  return { kind: 'scalar', text: written, value, style, ...span };
}

function styleOf(type: unknown): YamlScalar['style'] {
  if (type === 'QUOTE_SINGLE') return 'single';
  if (type === 'QUOTE_DOUBLE') return 'double';
  if (type === 'BLOCK_LITERAL') return 'literal';
  return type === 'BLOCK_FOLDED' ? 'folded' : 'plain';
}

function nullScalar(span: Span): YamlScalar {
  return { kind: 'scalar', text: '', value: null, style: 'plain', ...span };
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
