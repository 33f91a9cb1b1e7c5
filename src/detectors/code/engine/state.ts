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
  /** Written by `writeVariable` alone; so are the others by theirs. */
  variables: Map<number, Value>;
  heap: Map<number, HeapObject>;
  /** Source keys that checks have made safe, with the bits for which. */
  cleared: Map<string, number>;
};

/** Most forks change nothing of some kind: they share these, and the first write puts a map of their own in place. */
const noVariables: Map<number, Value> = new Map();
const noHeap: Map<number, HeapObject> = new Map();
const noCleared: Map<string, number> = new Map();

/** An empty state, or one on top of another. */
export function forkState(parent?: State): State {
  return { parent, variables: noVariables, heap: noHeap, cleared: noCleared };
}

export function writeVariable(state: State, id: number, value: Value): void {
  if (state.variables === noVariables) state.variables = new Map();
  state.variables.set(id, value);
}

export function writeObject(state: State, id: number, object: HeapObject): void {
  if (state.heap === noHeap) state.heap = new Map();
  state.heap.set(id, object);
}

export function writeCleared(state: State, key: string, bits: number): void {
  if (state.cleared === noCleared) state.cleared = new Map();
  state.cleared.set(key, bits);
}

export function readVariable(state: State, id: number): Value | undefined {
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    const value = at.variables === noVariables ? undefined : at.variables.get(id);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Every variable with its value at this point. */
export function visibleVariables(state: State): ReadonlyMap<number, Value> {
  const visible = new Map<number, Value>();
  for (let at: State | undefined = state; at !== undefined; at = at.parent)
    for (const [id, value] of at.variables) if (!visible.has(id)) visible.set(id, value);
  return visible;
}

export function readObject(state: State, id: number): HeapObject | undefined {
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    const object = at.heap === noHeap ? undefined : at.heap.get(id);
    if (object !== undefined) return object;
  }
  return undefined;
}

export function readCleared(state: State, key: string): number {
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    const bits = at.cleared === noCleared ? undefined : at.cleared.get(key);
    if (bits !== undefined) return bits;
  }
  return 0;
}

/**
 * The changes since `base` as one layer on it. Control has left the state, so that nothing is written to it any more
 * and it can be given back itself.
 */
export function flattenTo(state: State, base: State): State {
  if (state.parent === base) return state;
  const layers: State[] = [];
  for (let at: State | undefined = state; at !== undefined && at !== base; at = at.parent) layers.push(at);
  const flat = forkState(base);
  for (const layer of layers.reverse()) {
    for (const [id, value] of layer.variables) writeVariable(flat, id, value);
    for (const [id, object] of layer.heap) writeObject(flat, id, object);
    for (const [key, bits] of layer.cleared) writeCleared(flat, key, bits);
  }
  return flat;
}

/** Joins values whose objects may differ; a new object stands for both. */
export type Joiner = {
  readonly nextId: () => number;
  /** Whether variables live in the block that declares them, and have a value from there on. */
  readonly hasBlockScope: boolean;
};

/**
 * Writes into `base` what holds after any of the branches, which all lie directly on it. Tells whether
 * anything in `base` changed.
 */
export function mergeInto(base: State, branches: readonly State[], joiner: Joiner): boolean {
  const [first, ...others] = branches;
  if (first === undefined) return false;
  let changed = false;
  for (const id of keysOf(branches, variablesOf)) {
    const before = readVariable(base, id);
    let joined = first.variables.get(id) ?? before;
    for (const other of others)
      joined = joinOptional(joined, other.variables.get(id) ?? before, {
        base,
        joiner,
        left: first,
        right: other,
      });
    if (joined === undefined || (before !== undefined && sameValue(before, joined))) continue;
    // What a block declares, the next round of a loop declares anew.
    changed ||= before !== undefined || !joiner.hasBlockScope;
    writeVariable(base, id, joined);
  }
  for (const id of keysOf(branches, heapOf)) {
    const before = readObject(base, id);
    let joined = first.heap.get(id) ?? before;
    for (const other of others) joined = joinObjects(joined, other.heap.get(id) ?? before);
    if (joined === undefined || joined === before) continue;
    // An object made in a branch is seen from before it only through a variable or field that changed, too.
    changed ||= before !== undefined && !sameObject(before, joined);
    writeObject(base, id, joined);
  }
  for (const key of keysOf(branches, clearedOf)) {
    writeCleared(
      base,
      key,
      branches.reduce((bits, branch) => bits & readCleared(branch, key), ~0),
    );
  }
  return changed;
}

const variablesOf = (state: State) => state.variables;
const heapOf = (state: State) => state.heap;
const clearedOf = (state: State) => state.cleared;

/** The keys of all branches; mostly a single branch has some. */
function keysOf<K>(branches: readonly State[], pick: (state: State) => ReadonlyMap<K, unknown>): Iterable<K> {
  let only: ReadonlyMap<K, unknown> | undefined;
  let all: Set<K> | undefined;
  for (const branch of branches) {
    const keys = pick(branch);
    if (keys.size === 0) continue;
    if (only === undefined) {
      only = keys;
      continue;
    }
    all ??= new Set(only.keys());
    for (const key of keys.keys()) all.add(key);
  }
  return all ?? only?.keys() ?? [];
}

function joinOptional(
  a: Value | undefined,
  b: Value | undefined,
  context: { readonly base: State; readonly joiner: Joiner; readonly left: State; readonly right: State },
): Value | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const plain = joinPlain(a, b);
  if (a.object === undefined || b.object === undefined || a.object === b.object) return plain;
  const left = readObject(context.left, a.object) ?? readObject(context.base, a.object);
  const both = joinObjects(left, readObject(context.right, b.object));
  if (both === undefined || both === left) return plain;
  const object = context.joiner.nextId();
  writeObject(context.base, object, both);
  return { ...plain, object };
}

/**
 * What either object holds; items stay apart while both have as many. The first object itself when the other adds
 * nothing, so that loops which make the same object in every round settle.
 */
export function joinObjects(a: HeapObject | undefined, b: HeapObject | undefined): HeapObject | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const fields = joinFields(a, b);
  const items = joinItems(a.items, b.items);
  const spilled = items === undefined ? [...(a.items ?? []), ...(b.items ?? [])] : [];
  const rest = [...spilled, a.rest, b.rest].reduce(joinGiven, undefined);
  const ofClass = a.class ?? b.class;
  const isFirst =
    fields === a.fields &&
    items === a.items &&
    ofClass === a.class &&
    (rest === a.rest || (rest !== undefined && a.rest !== undefined && sameValue(rest, a.rest)));
  return isFirst ? a : { fields, items, rest, class: ofClass };
}

function joinGiven(a: Value | undefined, b: Value | undefined): Value | undefined {
  return a === undefined || b === undefined ? (a ?? b) : joinPlain(a, b);
}

function joinItems(a: HeapObject['items'], b: HeapObject['items']): HeapObject['items'] {
  if (a === undefined || a.length !== b?.length) return undefined;
  const joined = a.map((item, at) => joinPlain(item, b[at] ?? item));
  return joined.every((item, at) => sameValue(item, a[at] ?? item)) ? a : joined;
}

/** The first object's own fields when the second adds nothing. */
function joinFields(a: HeapObject, b: HeapObject): HeapObject['fields'] {
  if (a.fields === b.fields) return a.fields;
  let fields: Map<string, Value> | undefined;
  for (const [key, value] of b.fields) {
    const own = a.fields.get(key);
    if (own === value) continue;
    const other = own ?? a.rest;
    const joined = other === undefined ? value : joinPlain(other, value);
    if (own !== undefined && sameValue(own, joined)) continue;
    fields ??= new Map(a.fields);
    fields.set(key, joined);
  }
  return fields ?? a.fields;
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
