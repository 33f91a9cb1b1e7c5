import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import {
  allocate,
  emptyObject,
  joinAll,
  listValue,
  objectOf,
  readAny,
  readField,
  writeField,
  writeRest,
} from './objects.ts';
import { derivedTaints, harmless, joinPlain, unknown, type Value } from './value.ts';

/** A method of a dictionary or of another container. */
export function recordMethod(machine: Machine, call: MethodCall, receiver: Value): Value | undefined {
  const { method, values, callbacks } = call;
  const [first, second] = values;
  const key = first?.constant;
  // ConfigParser and the like keep values under two keys.
  const path = values.length > 1 && values.slice(0, -1).every(value => typeof value.constant === 'string');
  switch (method) {
    case 'set':
    case 'put':
    case '__setitem__':
      if (values.length < 2 || !path) return undefined;
      writeField(
        machine,
        receiver,
        values
          .slice(0, -1)
          .map(value => value.constant)
          .join('\0'),
        values.at(-1) ?? unknown,
      );
      return receiver;
    case 'get':
    case 'setdefault':
    case 'pop':
    case '__getitem__': {
      if (typeof key !== 'string') return readAny(machine, receiver);
      const full =
        typeof second?.constant === 'string'
          ? readField(machine, receiver, `${key}\0${second.constant}`)
          : undefined;
      const field = full ?? readField(machine, receiver, key);
      if (field === undefined) return undefined;
      return full !== undefined || second === undefined ? field : joinPlain(field, second);
    }
    case 'delete':
    case 'has':
      return harmless;
    case 'items':
    case 'entries':
    case 'values':
    case 'keys':
      return entriesOf(machine, receiver, method === 'items' ? 'entries' : method);
    case 'update':
      if (first === undefined) return undefined;
      mergeFields(machine, receiver, first);
      return harmless;
    case 'copy':
      return copyOf(machine, receiver);
    case 'map':
    case 'flatMap': {
      const result = joinAll(callbacks);
      return result === undefined
        ? undefined
        : allocate(machine, { ...emptyObject, rest: { ...result, constant: undefined } });
    }
    case 'filter':
    case 'reverse':
    case 'sort':
    case 'toSorted': {
      const any = readAny(machine, receiver);
      return any === undefined
        ? undefined
        : allocate(machine, { ...emptyObject, rest: { ...any, constant: undefined } });
    }
    case 'find':
      return readAny(machine, receiver);
    default:
      return undefined;
  }
}

/** A copy that shares what it contains. */
export function copyOf(machine: Machine, value: Value): Value {
  const object = objectOf(machine, value);
  return object === undefined ? { ...value, ref: undefined } : allocate(machine, object, value);
}

/** Writes the fields of another object into one. */
export function mergeFields(machine: Machine, target: Value, other: Value): void {
  const object = objectOf(machine, other);
  if (object === undefined) {
    if (other.taints.length > 0) writeRest(machine, target, other);
    return;
  }
  for (const [key, value] of object.fields) writeField(machine, target, key, value);
  if (object.rest !== undefined) writeRest(machine, target, object.rest);
}

/** The keys, values or both of an object, as a list. */
export function entriesOf(machine: Machine, value: Value, method: string): Value {
  const object = objectOf(machine, value);
  const inner = readAny(machine, value) ?? { ...unknown, taints: derivedTaints(value.taints) };
  const keys: Value = object === undefined ? inner : harmless;
  if (method === 'keys') return allocate(machine, { ...emptyObject, rest: keys });
  if (method === 'values') return allocate(machine, { ...emptyObject, rest: inner });
  return allocate(machine, { ...emptyObject, rest: listValue(machine, [keys, inner]) });
}

/** What `enumerate` and `zip` yield. */
export function pairsOf(machine: Machine, values: readonly Value[], method: string): Value {
  const inner = values
    .map(value => readAny(machine, value) ?? value)
    .map(value => ({ ...value, constant: undefined }));
  const pair = method === 'enumerate' ? [harmless, ...inner.slice(0, 1)] : inner;
  return allocate(machine, { ...emptyObject, rest: listValue(machine, pair) });
}
