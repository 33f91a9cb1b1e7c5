import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type ConfigEntry, type ConfigNode, maxConfigDepth } from './config-node.ts';
import { SyntaxProblem } from './syntax-problem.ts';

/** How many nodes aliases may add to one file in all: an alias bomb ends here. */
const maxNodes = 200_000;

/**
 * Reads a YAML stream (YAML 1.2) with positions, one node per document; empty documents are left out. Aliases and
 * merge keys (`<<`) are followed. CloudFormation's short forms (`!Sub`, `!Ref`, `!GetAtt`, …) become expressions
 * named as their long forms.
 *
 * @throws SyntaxProblem on syntax errors, nesting deeper than 200 and alias bombs.
 */
export function parseYaml(text: string): readonly ConfigNode[] {
  if (deepestFlow(text) > maxConfigDepth) throw new SyntaxProblem('nested too deeply', 0);
  const documents = parseAllDocuments(text, {
    logLevel: 'silent',
    keepSourceTokens: false,
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
    maxAliasCount: -1,
  } as Parameters<typeof parseAllDocuments>[1]);
  if (!Array.isArray(documents)) return [];
  const nodes: ConfigNode[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) throw new SyntaxProblem(error.code, error.pos[0]);
    if (document.contents === null || isEmpty(document.contents)) continue;
    nodes.push(new YamlReader(text, document).node(document.contents, 0));
  }
  return nodes;
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

/** The deepest `[`/`{` nesting, counted without looking at quoting: the library itself recurses. */
function deepestFlow(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of text.matchAll(/[[\]{}]|^\s*(?:- ){20,}/gm)) {
    if (match[0].length > 1) return maxConfigDepth + 1;
    depth = match[0] === '[' || match[0] === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

class YamlReader {
  readonly #text: string;
  readonly #document: Document.Parsed;
  #count = 0;

  constructor(text: string, document: Document.Parsed) {
    this.#text = text;
    this.#document = document;
  }

  node(node: Node, depth: number): ConfigNode {
    this.#count += 1;
    const [start, end] = node.range ?? [0, 0];
    if (depth > maxConfigDepth) throw new SyntaxProblem('nested too deeply', start);
    if (this.#count > maxNodes) throw new SyntaxProblem('aliases expand to too many values', start);
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      return target === undefined
        ? { kind: 'expression', args: [], text: node.source, start, end }
        : this.node(target, depth + 1);
    }
    const plain = this.#untagged(node, depth);
    return isTagged(node) ? tagged(node.tag, plain) : plain;
  }

  #untagged(node: Node, depth: number): ConfigNode {
    const [start, end] = node.range ?? [0, 0];
    if (isMap(node)) return { kind: 'map', entries: this.#entries(node, depth), start, end };
    if (isSeq(node)) {
      const items = node.items.map(item =>
        this.node(isPair(item) ? (item.key as Node) : (item as Node), depth + 1),
      );
      return { kind: 'list', items, start, end };
    }
    return this.#scalar(node as Scalar, start, end);
  }

  #scalar(node: Scalar, start: number, end: number): ConfigNode {
    const value = scalarValue(node);
    const scalar = { kind: 'scalar', value, dynamic: false, start, end } as const;
    if (typeof value !== 'string') return scalar;
    const contentStart = this.#text.indexOf(value, start);
    return contentStart !== -1 && contentStart <= start + 1 ? { ...scalar, contentStart } : scalar;
  }

  #entries(map: YAMLMap, depth: number): ConfigEntry[] {
    const merged: ConfigEntry[] = [];
    const own: ConfigEntry[] = [];
    for (const pair of map.items) {
      const keyNode = pair.key as Node | null;
      if (keyNode === null) continue;
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      const [start, end] = keyNode.range ?? [0, 0];
      const value: ConfigNode =
        pair.value === null || pair.value === undefined
          ? { kind: 'scalar', value: null, dynamic: false, start: end, end }
          : this.node(pair.value as Node, depth + 1);
      if (key !== '<<') own.push({ key, keySpan: { start, end }, value });
      else for (const item of value.kind === 'list' ? value.items : [value]) merged.push(...entriesOf(item));
    }
    // Own keys come last, so that they win over merged ones.
    return merged.length === 0 ? own : [...merged, ...own];
  }
}

/** Numbers too large for a double and other odd scalars are kept as they are written. */
function scalarValue(node: Scalar): string | number | boolean | null {
  const { value } = node;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : (node.source ?? '');
}

function entriesOf(node: ConfigNode): readonly ConfigEntry[] {
  return node.kind === 'map' ? node.entries : [];
}

function isTagged(node: Node): node is Node & { tag: string } {
  return typeof node.tag === 'string' && /^!\w/.test(node.tag);
}

/** `!Sub x` means `{ "Fn::Sub": x }`, `!Ref x` means `{ "Ref": x }` (CloudFormation user guide, intrinsic functions). */
function tagged(tag: string, value: ConfigNode): ConfigNode {
  const name = tag.slice(1);
  const call = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  return {
    kind: 'expression',
    call,
    args: value.kind === 'list' ? value.items : [value],
    text: value.kind === 'scalar' ? String(value.value) : '',
    start: value.start,
    end: value.end,
  };
}
