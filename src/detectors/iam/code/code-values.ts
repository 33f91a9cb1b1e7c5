import type { ConfigEntry, ConfigNode, MapNode } from '../../../parsers/config-node.ts';
import { fieldOf, type SyntaxNode } from '../../code/lowering/syntax-node.ts';

/** A call or construction in JavaScript, TypeScript or Python, with its arguments as values. */
export type CodeCall = {
  /** The last name of what is called: `PolicyStatement` of `new iam.PolicyStatement(…)`. */
  readonly name: string;
  /** Arguments by position; an object literal in JavaScript is the keyword arguments, too. */
  readonly args: readonly ConfigNode[];
  /** Python's keyword arguments, or the entries of the one object literal; names in camel case. */
  readonly named: MapNode;
  readonly node: SyntaxNode;
};

/** Deepest nesting and longest chain of names that is followed. */
const maxDepth = 60;

/** Reads values and calls out of a syntax tree; constants that the file names once are followed. */
export type CodeReader = {
  readonly calls: readonly SyntaxNode[];
  /** Object literals and dictionaries. */
  readonly maps: readonly SyntaxNode[];
  readonly callOf: (node: SyntaxNode) => CodeCall;
  readonly valueOf: (node: SyntaxNode) => ConfigNode;
};

const callTypes = new Set(['call_expression', 'new_expression', 'call']);
const mapTypes = new Set(['object', 'dictionary']);
const listTypes = new Set(['array', 'list', 'tuple', 'set']);

export function createCodeReader(root: SyntaxNode, text: string): CodeReader {
  const calls: SyntaxNode[] = [];
  const maps: SyntaxNode[] = [];
  const constants = new Map<string, SyntaxNode | undefined>();
  for (const node of nodesOf(root)) {
    if (callTypes.has(node.type)) calls.push(node);
    if (mapTypes.has(node.type)) maps.push(node);
    remember(node, constants, text);
  }
  const valueOf = (node: SyntaxNode, depth = 0): ConfigNode => {
    const { start, end } = node;
    const source = text.slice(start, end);
    if (depth > maxDepth) return { kind: 'expression', args: [], text: '', start, end };
    if (mapTypes.has(node.type)) {
      const entries = node.children.flatMap(child =>
        entryOf(child, text, value => valueOf(value, depth + 1)),
      );
      return { kind: 'map', entries, start, end };
    }
    if (listTypes.has(node.type)) {
      const items = node.children.filter(({ named }) => named).map(child => valueOf(child, depth + 1));
      return { kind: 'list', items, start, end };
    }
    const literal = literalOf(node, source);
    if (literal !== undefined) return { kind: 'scalar', ...literal, start, end };
    if (node.type === 'identifier') {
      const constant = constants.get(source);
      if (constant !== undefined && constant.start !== start) return valueOf(constant, depth + 1);
    }
    if (node.type === 'as_expression' || node.type === 'satisfies_expression') {
      const inner = node.children[0];
      if (inner !== undefined) return valueOf(inner, depth + 1);
    }
    return { kind: 'expression', args: [], text: source.slice(0, 100), start, end };
  };
  const callOf = (node: SyntaxNode): CodeCall => {
    const callee =
      fieldOf(node, 'function') ?? fieldOf(node, 'constructor') ?? node.children.find(({ named }) => named);
    const name = callee === undefined ? '' : (text.slice(callee.start, callee.end).split('.').at(-1) ?? '');
    const list = fieldOf(node, 'arguments');
    const given = (list?.children ?? []).filter(({ named }) => named);
    const keywords = given.filter(({ type }) => type === 'keyword_argument');
    const args = given.filter(({ type }) => type !== 'keyword_argument').map(child => valueOf(child));
    const options = args.find(arg => arg.kind === 'map');
    const entries = [
      ...(options?.kind === 'map' ? options.entries : []),
      ...keywords.flatMap(child => entryOf(child, text, valueOf)),
    ].map(entry => ({ ...entry, key: camelCase(entry.key) }));
    return { name, args, named: { kind: 'map', entries, start: node.start, end: node.end }, node };
  };
  return { calls, maps, callOf, valueOf };
}

function* nodesOf(root: SyntaxNode): Generator<SyntaxNode> {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    pending.push(...node.children.toReversed());
  }
}

/** Names that are given a value once; those given another somewhere are not known. */
function remember(node: SyntaxNode, constants: Map<string, SyntaxNode | undefined>, text: string): void {
  const target =
    node.type === 'variable_declarator'
      ? fieldOf(node, 'name')
      : node.type === 'assignment' || node.type === 'assignment_expression'
        ? fieldOf(node, 'left')
        : undefined;
  if (target?.type !== 'identifier') return;
  const name = text.slice(target.start, target.end);
  const value = fieldOf(node, 'value') ?? fieldOf(node, 'right');
  constants.set(name, constants.has(name) ? undefined : value);
}

function entryOf(
  node: SyntaxNode,
  text: string,
  valueOf: (node: SyntaxNode) => ConfigNode,
): readonly ConfigEntry[] {
  const key = fieldOf(node, 'key') ?? fieldOf(node, 'name');
  const value = fieldOf(node, 'value');
  if (key === undefined || value === undefined) return [];
  const name = text.slice(key.start, key.end).replace(/^\[?["'`](.*)["'`]\]?$/s, '$1');
  return [{ key: name, keySpan: { start: key.start, end: key.end }, value: valueOf(value) }];
}

function literalOf(
  node: SyntaxNode,
  source: string,
): { readonly value: string | number | boolean; readonly dynamic: boolean } | undefined {
  if (node.type === 'string' || node.type === 'template_string') {
    const body = /^[a-z]{0,2}(?:"""|'''|["'`])([^]*?)(?:"""|'''|["'`])$/i.exec(source)?.[1];
    if (body === undefined) return undefined;
    const isFormatted = node.type === 'template_string' || /^[a-z]*f/i.test(source);
    const dynamic = isFormatted && /\$\{|\{/.test(body);
    return { value: isFormatted && node.type === 'string' ? body.replace(/\{/g, '${') : body, dynamic };
  }
  if (/^(?:number|integer|float)$/.test(node.type)) return { value: Number(source), dynamic: false };
  if (/^(?:true|false)$/i.test(node.type))
    return { value: node.type.toLowerCase() === 'true', dynamic: false };
  return undefined;
}

/** `not_actions` is CDK's `notActions` in Python. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
