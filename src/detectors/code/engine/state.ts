import type { ClassCode } from './ir.ts';
import { joinPlain, sameValue, type Value } from './value.ts';

/** An object, list or dictionary; never changed in place, so that branches can share it. */
export type HeapObject = {
  readonly fields: ReadonlyMap<string, Value>;
  /** The exact items of a list, while they are known. */
  readonly items: readonly Value[] | undefined;
  /** What stands under keys that are not known. */
  readonly rest: Value | undefined;
  readonly class: ClassCode | undefined;
};

/** Variables, heap and validated sources at one point; a fork sees its parent's and keeps its own changes. */
export type State = {
  readonly parent: State | undefined;
  readonly depth: number;
  readonly variables: Map<number, Value>;
  readonly heap: Map<number, HeapObject>;
  /** Source keys that checks have made safe, with the bits for which. */
  readonly cleared: Map<string, number>;
};

/** An empty state, or one on top of another. */
export function forkState(parent?: State): State {
  return {
    parent,
    depth: (parent?.depth ?? 0) + 1,
    variables: new Map(),
    heap: new Map(),
    cleared: new Map(),
  };
}

export function readVariable(state: State, id: number): Value | undefined {
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    const value = at.variables.get(id);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function readObject(state: State, id: number): HeapObject | undefined {
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    const object = at.heap.get(id);
    if (object !== undefined) return object;
  }
  return undefined;
}

export function readCleared(state: State, key: string): number {
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    const bits = at.cleared.get(key);
    if (bits !== undefined) return bits;
  }
  return 0;
}

/** The changes since `base` as one layer on it; what an exit leaves behind must not see later changes. */
export function flattenTo(state: State, base: State): State {
  if (state.parent === base) return copyLayer(state, base);
  const layers: State[] = [];
  for (let at: State | undefined = state; at !== undefined && at !== base; at = at.parent) layers.push(at);
  const flat = forkState(base);
  for (const layer of layers.reverse()) {
    for (const [id, value] of layer.variables) flat.variables.set(id, value);
    for (const [id, object] of layer.heap) flat.heap.set(id, object);
    for (const [key, bits] of layer.cleared) flat.cleared.set(key, bits);
  }
  return flat;
}

function copyLayer(state: State, base: State): State {
  return {
    parent: base,
    depth: base.depth + 1,
    variables: new Map(state.variables),
    heap: new Map(state.heap),
    cleared: new Map(state.cleared),
  };
}

/** Joins values whose objects may differ; a new object stands for both. */
export type Joiner = { readonly nextId: () => number };

/**
 * Writes into `base` what holds after any of the branches, which all lie directly on it. Tells whether
 * anything in `base` changed.
 */
export function mergeInto(base: State, branches: readonly State[], joiner: Joiner): boolean {
  const [first, ...others] = branches;
  if (first === undefined) return false;
  let changed = false;
  const variables = keysOf(branches, branch => branch.variables);
  for (const id of variables) {
    let joined = readVariable(first, id);
    for (const other of others)
      joined = joinOptional(joined, readVariable(other, id), { base, joiner, left: first, right: other });
    const before = readVariable(base, id);
    if (joined === undefined || (before !== undefined && sameValue(before, joined))) continue;
    changed = true;
    base.variables.set(id, joined);
  }
  for (const id of keysOf(branches, branch => branch.heap)) {
    let joined = readObject(first, id);
    for (const other of others) joined = joinObjects(joined, readObject(other, id));
    const before = readObject(base, id);
    if (joined === undefined || joined === before) continue;
    changed ||= before === undefined || !sameObject(before, joined);
    base.heap.set(id, joined);
  }
  for (const key of keysOf(branches, branch => branch.cleared)) {
    base.cleared.set(
      key,
      branches.reduce((bits, branch) => bits & readCleared(branch, key), ~0),
    );
  }
  return changed;
}

function keysOf<K>(
  branches: readonly State[],
  pick: (state: State) => ReadonlyMap<K, unknown>,
): ReadonlySet<K> {
  const keys = new Set<K>();
  for (const branch of branches) for (const key of pick(branch).keys()) keys.add(key);
  return keys;
}

function joinOptional(
  a: Value | undefined,
  b: Value | undefined,
  context: { readonly base: State; readonly joiner: Joiner; readonly left: State; readonly right: State },
): Value | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const plain = joinPlain(a, b);
  if (a.object === undefined || b.object === undefined || a.object === b.object) return plain;
  const both = joinObjects(
    readObject(context.left, a.object) ?? readObject(context.base, a.object),
    readObject(context.right, b.object),
  );
  if (both === undefined) return plain;
  const object = context.joiner.nextId();
  context.base.heap.set(object, both);
  return { ...plain, object };
}

/** What either object holds; items stay apart while both have as many. */
export function joinObjects(a: HeapObject | undefined, b: HeapObject | undefined): HeapObject | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const fields = new Map(a.fields);
  for (const [key, value] of b.fields) {
    const other = fields.get(key) ?? a.rest;
    fields.set(key, other === undefined ? value : joinPlain(other, value));
  }
  const sameLength = a.items !== undefined && a.items.length === b.items?.length;
  const items = sameLength ? a.items?.map((item, at) => joinPlain(item, b.items?.[at] ?? item)) : undefined;
  const spilled = items === undefined ? [...(a.items ?? []), ...(b.items ?? [])] : [];
  const rest = [...spilled, a.rest, b.rest].reduce<Value | undefined>(
    (joined, value) =>
      joined === undefined ? value : value === undefined ? joined : joinPlain(joined, value),
    undefined,
  );
  return { fields, items, rest, class: a.class ?? b.class };
}

function sameObject(a: HeapObject, b: HeapObject): boolean {
  if (a.fields.size !== b.fields.size || a.items?.length !== b.items?.length) return false;
  if ((a.rest === undefined) !== (b.rest === undefined)) return false;
  if (a.rest !== undefined && b.rest !== undefined && !sameValue(a.rest, b.rest)) return false;
  for (const [key, value] of a.fields) {
    const other = b.fields.get(key);
    if (other === undefined || !sameValue(value, other)) return false;
  }
  return (a.items ?? []).every((item, at) => sameValue(item, b.items?.[at] ?? item));
}
