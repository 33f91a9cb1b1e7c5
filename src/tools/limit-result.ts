import { Buffer } from 'node:buffer';

/** A value that fits, and what was left out; `cut` is undefined when it is whole. */
export type LimitedValue = { readonly value: unknown; readonly cut: string | undefined };

/** Deepest nesting that is kept: what an outside server sends could be nested to exhaust the stack. */
const maxDepth = 64;

/**
 * Cuts a JSON value to at most `maxBytes` bytes of UTF-8 JSON: lists lose elements from their end, texts their last
 * lines, always the largest parts first, and every cut is named by its path.
 */
export function limitResult(value: unknown, maxBytes: number): LimitedValue {
  const cuts: string[] = [];
  const shrunk = shrink({ value, budget: maxBytes, path: 'result', cuts, depth: 0 });
  return { value: shrunk, cut: cuts.length === 0 ? undefined : cuts.slice(0, 10).join('; ') };
}

type Part = {
  readonly value: unknown;
  readonly budget: number;
  readonly path: string;
  readonly cuts: string[];
  readonly depth: number;
};

function shrink(part: Part): unknown {
  const { value, budget, path, cuts, depth } = part;
  if (depth > maxDepth) {
    cuts.push(`${path}: nested deeper than ${maxDepth} levels`);
    return null;
  }
  if (Array.isArray(value)) return shrinkList(part, value);
  if (typeof value === 'object' && value !== null) return shrinkObject(part, value);
  if (sizeOf(value) <= budget) return value ?? null;
  if (typeof value === 'string') return shrinkText(part, value);
  cuts.push(`${path}: left out`);
  return null;
}

function shrinkList(part: Part, list: readonly unknown[]): readonly unknown[] {
  const { budget, path, cuts, depth } = part;
  const kept: unknown[] = [];
  let used = 2;
  for (const [index, element] of list.entries()) {
    const size = sizeOf(element, depth) + 1;
    if (used + size > budget) {
      // A list whose very first element is too large would else show nothing at all.
      if (index === 0 && budget > 64)
        kept.push(shrink({ value: element, budget: budget - 3, path: `${path}[0]`, cuts, depth: depth + 1 }));
      break;
    }
    used += size;
    kept.push(element);
  }
  if (kept.length < list.length) cuts.push(`${path}: ${kept.length} of ${list.length} elements`);
  return kept;
}

function shrinkObject(part: Part, object: object): Record<string, unknown> {
  const { budget, path, cuts, depth } = part;
  const all = Object.entries(object).filter(([, value]) => value !== undefined);
  const entries: (readonly [string, unknown])[] = [];
  // What every entry costs at least: its key, a colon, a comma and `null`.
  let overhead = 2;
  for (const entry of all) {
    const cost = sizeOf(entry[0]) + 2;
    if (overhead + cost + 4 * (entries.length + 1) > budget) break;
    overhead += cost;
    entries.push(entry);
  }
  if (entries.length < all.length) cuts.push(`${path}: ${entries.length} of ${all.length} properties`);
  const sizes = entries.map(([, value]) => sizeOf(value, depth));
  const level = waterLevel(sizes, budget - overhead);
  return Object.fromEntries(
    entries.map(([key, value], index) => [
      key,
      (sizes[index] ?? 0) <= level
        ? value
        : shrink({
            value,
            budget: level,
            path: path === 'result' ? key : `${path}.${key}`,
            cuts,
            depth: depth + 1,
          }),
    ]),
  );
}

/** The largest size such that all sizes, none counted for more than it, sum up to at most the budget. */
function waterLevel(sizes: readonly number[], budget: number): number {
  const ascending = sizes.toSorted((a, b) => a - b);
  let left = budget;
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}

function shrinkText({ budget, path, cuts }: Part, text: string): string {
  let end = Math.max(0, Math.min(text.length, budget - 2));
  while (end > 0 && sizeOf(text.slice(0, end)) > budget) end = Math.floor(end * 0.9);
  const newline = text.lastIndexOf('\n', end);
  if (newline > end / 2) end = newline + 1;
  // A surrogate pair stays whole.
  else if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  cuts.push(`${path}: ${end} of ${text.length} characters`);
  return text.slice(0, end);
}

/** Bytes as JSON; too deep a value counts as endless, so that it is cut. */
function sizeOf(value: unknown, depth = 0): number {
  return isTooDeep(value, maxDepth - depth)
    ? Number.POSITIVE_INFINITY
    : Buffer.byteLength(JSON.stringify(value) ?? 'null');
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left <= 0 || Object.values(value).some(child => isTooDeep(child, left - 1));
}
