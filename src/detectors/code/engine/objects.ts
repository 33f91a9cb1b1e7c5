import type { Machine } from './machine.ts';
import { type HeapObject, readCleared, readObject, writeObject } from './state.ts';
import { harmless, joinPlain, joinTaints, type Taint, unknown, type Value } from './value.ts';

/** Most fields and items kept apart; more fall together. */
const maxFields = 300;
const maxItems = 80;

export const emptyObject: HeapObject = {
  fields: new Map(),
  items: undefined,
  rest: undefined,
  class: undefined,
};

/** Puts an object into the heap. */
export function allocate(machine: Machine, object: HeapObject, value: Value = unknown): Value {
  const id = machine.nextId();
  writeObject(machine.state, id, object);
  return { ...value, object: id };
}

export function objectOf(machine: Machine, value: Value): HeapObject | undefined {
  return value.object === undefined ? undefined : readObject(machine.state, value.object);
}

/** A list with these items. */
export function listValue(machine: Machine, items: readonly Value[]): Value {
  const known = items.length <= maxItems;
  return allocate(machine, {
    ...emptyObject,
    items: known ? items : undefined,
    rest: known ? undefined : joinAll(items),
  });
}

/** The join of several values; undefined for none. */
export function joinAll(values: readonly Value[]): Value | undefined {
  return values.reduce<Value | undefined>((a, b) => (a === undefined ? b : joinPlain(a, b)), undefined);
}

/** Notes that untrusted data now stands where a function may find it that did not before. */
export function noteKept(machine: Machine, value: Value): void {
  if (machine.sourceSeen && deepTaints(machine, value).length > 0) machine.taintsKept++;
}

/** Writes one field by key, replacing what was there. */
export function writeField(machine: Machine, target: Value, key: string, value: Value): void {
  const object = objectOf(machine, target);
  if (object === undefined || target.object === undefined) return;
  noteKept(machine, value);
  if (object.items !== undefined && /^\d+$/.test(key) && Number(key) < object.items.length) {
    const items = [...object.items];
    items[Number(key)] = value;
    writeObject(machine.state, target.object, { ...object, items });
    return;
  }
  if (object.fields.size >= maxFields && !object.fields.has(key)) {
    writeRest(machine, target, value);
    return;
  }
  writeObject(machine.state, target.object, { ...object, fields: new Map(object.fields).set(key, value) });
}

/** Writes under a key that is not known. */
export function writeRest(machine: Machine, target: Value, value: Value): void {
  const object = objectOf(machine, target);
  if (object === undefined || target.object === undefined) return;
  noteKept(machine, value);
  const items = object.items?.map(item => joinPlain(item, value));
  const rest = object.rest === undefined ? value : joinPlain(object.rest, value);
  writeObject(machine.state, target.object, { ...object, items, rest });
}

/** Replaces a list's items; more than are kept apart fall together. */
export function writeItems(machine: Machine, target: Value, items: readonly Value[]): void {
  const object = objectOf(machine, target);
  if (object === undefined || target.object === undefined) return;
  for (const item of items) noteKept(machine, item);
  const known = items.length <= maxItems;
  const rest = known ? object.rest : joinAll([...items, ...(object.rest === undefined ? [] : [object.rest])]);
  writeObject(machine.state, target.object, { ...object, items: known ? items : undefined, rest });
}

/** What stands under a constant key; undefined when nothing is known of it. */
export function readField(machine: Machine, target: Value, key: string): Value | undefined {
  const object = objectOf(machine, target);
  if (object === undefined) return undefined;
  if (object.items !== undefined && /^-?\d+$/.test(key)) {
    const at = Number(key);
    return object.items[at < 0 ? object.items.length + at : at] ?? object.rest;
  }
  return object.fields.get(key) ?? object.rest;
}

/** What may stand under a key that is not known. */
export function readAny(machine: Machine, target: Value): Value | undefined {
  const object = objectOf(machine, target);
  if (object === undefined) return undefined;
  const all = joinAll([
    ...(object.items ?? []),
    ...object.fields.values(),
    ...(object.rest === undefined ? [] : [object.rest]),
  ]);
  // One of several constants is still a constant, but not one that is known.
  return all === undefined ? harmless : all;
}

/** Every source in a value and in what it contains, to a depth of four. */
export function deepTaints(machine: Machine, value: Value, depth = 0): readonly Taint[] {
  // Before any source was met nothing holds untrusted data.
  const object = depth > 4 || !machine.sourceSeen ? undefined : objectOf(machine, value);
  if (object === undefined) return value.taints;
  let taints = value.taints;
  const add = (part: Value): void => {
    if (part.taints.length > 0 || part.object !== undefined)
      taints = joinTaints(taints, deepTaints(machine, part, depth + 1));
  };
  object.items?.forEach(add);
  object.fields.forEach(add);
  if (object.rest !== undefined) add(object.rest);
  return taints;
}

/** Whether a value and what it contains are made of constants only. */
export function isLiteral(machine: Machine, value: Value, depth = 0): boolean {
  if (value.literal && value.object === undefined) return true;
  if (value.taints.length > 0 || depth > 4) return false;
  const object = objectOf(machine, value);
  if (object === undefined) return value.literal;
  return partsOf(object).every(part => isLiteral(machine, part, depth + 1));
}

/** Whether a value or what it contains is a text with constant and unknown parts. */
export function isComposed(machine: Machine, value: Value, depth = 0): boolean {
  if (value.composed) return true;
  const object = depth > 3 ? undefined : objectOf(machine, value);
  return object !== undefined && partsOf(object).some(part => isComposed(machine, part, depth + 1));
}

function partsOf(object: HeapObject): readonly Value[] {
  return [
    ...(object.items ?? []),
    ...object.fields.values(),
    ...(object.rest === undefined ? [] : [object.rest]),
  ];
}

/** The sources still dangerous for a rule here: neither made safe nor checked. */
export function liveTaints(machine: Machine, taints: readonly Taint[], bit: number): readonly Taint[] {
  return taints.filter(
    taint => (taint.safe & bit) === 0 && (readCleared(machine.state, taint.source.key) & bit) === 0,
  );
}
