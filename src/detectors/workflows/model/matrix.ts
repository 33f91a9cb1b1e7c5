import type { Job } from './document.ts';
import { pathOf, ungrouped } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { asItems, scalarsBelow, textOf, valueAt } from './yaml-access.ts';
import type { YamlMap, YamlNode } from './yaml-tree.ts';

/** Most combinations of excluded values that are looked at. */
const maxValues = 2000;

/** The path behind `matrix.` when a text is exactly one such expression: `['os']` for `${{ matrix.os }}`. */
export function matrixPathOf(text: string): readonly string[] | undefined {
  const inner = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(text)?.[1];
  const expression = inner === undefined ? undefined : parseExpression(inner);
  const context = expression && ungrouped(expression);
  if (context?.kind !== 'context') return undefined;
  const [root, ...path] = pathOf(context).split('.');
  return root === 'matrix' && path.length > 0 ? path : undefined;
}

/** The values a matrix path can take; expressions in the matrix are left as they stand. */
export function matrixNodesAt(job: Job, path: readonly string[]): readonly YamlNode[] {
  const matrix = valueAt(job.map, 'strategy', 'matrix');
  const [dimension, ...rest] = path;
  if (matrix?.kind !== 'map' || dimension === undefined) return [];
  const listed = asItems(valueLoosely(matrix, dimension));
  const included = asItems(valueAt(matrix, 'include')).flatMap(item => valueLoosely(item, dimension) ?? []);
  const excluded = fullyExcluded(matrix, dimension);
  return [...listed.filter(node => !excluded.has(textOf(node) ?? '')), ...included]
    .slice(0, maxValues)
    .flatMap(node => descend(node, rest) ?? []);
}

/** As `matrixNodesAt`, all scalars below as text. */
export function matrixValuesAt(job: Job, path: readonly string[]): readonly string[] {
  return matrixNodesAt(job, path)
    .flatMap(node => scalarsBelow(node))
    .map(scalar => scalar.text);
}

/** Whether the matrix, or what a path in it leads to, is computed while the workflow runs. */
export function isComputedMatrix(job: Job, path: readonly string[]): boolean {
  const matrix = valueAt(job.map, 'strategy', 'matrix');
  if (matrix === undefined) return true;
  if (matrix.kind !== 'map') return true;
  return ['include', path[0] ?? ''].some(key => textOf(valueLoosely(matrix, key))?.includes('${{') === true);
}

/** Values of a dimension that an `exclude` item removes on its own, whatever the other dimensions are. */
function fullyExcluded(matrix: YamlMap, dimension: string): ReadonlySet<string> {
  const excluded = new Set<string>();
  for (const item of asItems(valueAt(matrix, 'exclude'))) {
    const [entry, ...others] = item.kind === 'map' ? item.entries : [];
    if (entry === undefined || others.length > 0 || entry.key.toLowerCase() !== dimension) continue;
    const text = textOf(entry.value);
    if (text !== undefined) excluded.add(text);
  }
  return excluded;
}

function descend(node: YamlNode, path: readonly string[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((current, key) => valueLoosely(current, key), node);
}

function valueLoosely(node: YamlNode | undefined, key: string): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find(entry => entry.key.toLowerCase() === key)?.value;
}
