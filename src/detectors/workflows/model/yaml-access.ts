import type { Span } from '../../../contracts/detector.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-tree.ts';

/** The entry of a key; undefined when the node is no mapping or has no such key. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find(entry => entry.key === key) : undefined;
}

/** The entry of a key in any case, as GitHub treats an action's inputs. */
export function inputOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find(entry => entry.key.toLowerCase() === key) : undefined;
}

/** The value under a path of keys. */
export function valueAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce((current, key) => entryOf(current, key)?.value, node);
}

export function asMap(node: YamlNode | undefined): YamlMap | undefined {
  return node?.kind === 'map' ? node : undefined;
}

export function asScalar(node: YamlNode | undefined): YamlScalar | undefined {
  return node?.kind === 'scalar' ? node : undefined;
}

/** The text of a scalar that is not null. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

/** A list as it is, anything else but null as a list of one: how GitHub reads `on`, `needs`, `runs-on`. */
export function asItems(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  if (node.kind === 'list') return node.items;
  return node.kind === 'scalar' && node.value === null ? [] : [node];
}

/** From the key to the end of its value. */
export function spanOfEntry(entry: YamlEntry): Span {
  return { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.end) };
}

/** Every scalar below a node once, in the order of the text; shared (aliased) nodes are visited once. */
export function scalarsBelow(node: YamlNode | undefined): readonly YamlScalar[] {
  const seen = new Set<YamlNode>();
  const scalars: YamlScalar[] = [];
  const visit = (current: YamlNode): void => {
    if (seen.has(current)) return;
    seen.add(current);
    if (current.kind === 'scalar') scalars.push(current);
    else if (current.kind === 'list') current.items.forEach(visit);
    else for (const entry of current.entries) visit(entry.value);
  };
  if (node !== undefined) visit(node);
  return scalars;
}
