import { goCall } from './go-library.ts';
import type { Target } from './ir.ts';
import { javaCall } from './java-library.ts';
import type { Machine } from './machine.ts';
import type { CallView } from './model.ts';
import {
  allocate,
  deepTaints,
  emptyObject,
  isLiteral,
  joinAll,
  listValue,
  objectOf,
  readAny,
  readField,
  writeField,
  writeItems,
  writeRest,
} from './objects.ts';
import { concat } from './operators.ts';
import { constantValue, derivedTaints, harmless, joinPlain, unknown, type Value } from './value.ts';

/** A call to a method or function that all languages share: of lists, dictionaries and texts. */
export type MethodCall = {
  readonly view: CallView;
  readonly receiver: Value | undefined;
  readonly values: readonly Value[];
  readonly method: string;
  readonly callbacks: readonly Value[];
  readonly place: Target | undefined;
};

/** The result when the method is one with a known meaning. */
export function callMethod(machine: Machine, call: MethodCall): Value | undefined {
  const { receiver } = call;
  const { language } = machine.program;
  const own =
    language === 'go' ? goCall(machine, call) : language === 'java' ? javaCall(machine, call) : undefined;
  if (own !== undefined) return own;
  const constructed = construct(machine, call);
  if (constructed !== undefined) return constructed;
  if (receiver === undefined) return undefined;
  if (typeof receiver.constant === 'string') {
    const folded = foldText(receiver.constant, call);
    if (folded !== undefined) return folded;
  }
  if (receiver.object !== undefined) {
    const result = listMethod(machine, call, receiver) ?? recordMethod(machine, call, receiver);
    if (result !== undefined) return result;
  }
  return textMethod(machine, call, receiver);
}

/** Functions that make containers or texts. */
function construct(machine: Machine, { view, values, receiver }: MethodCall): Value | undefined {
  const [first, second] = values;
  switch (view.ref ?? '') {
    case 'dict':
    case 'Map':
    case 'list':
    case 'set':
    case 'Set':
    case 'Array':
    case 'collections.deque':
    case 'collections.OrderedDict':
    case 'collections.defaultdict':
    case 'URLSearchParams':
    case 'configparser.ConfigParser':
      if (first === undefined || first.code !== undefined) {
        return allocate(
          machine,
          { ...emptyObject, items: /list|Array|deque/.test(view.ref ?? '') ? [] : undefined },
          { ...unknown, ref: `${view.ref}()` },
        );
      }
      return copyOf(machine, first);
    case 'Object.assign': {
      if (first === undefined) return unknown;
      for (const other of values.slice(1)) mergeFields(machine, first, other);
      return first;
    }
    case 'Object.freeze':
    case 'structuredClone':
    case 'copy.copy':
    case 'copy.deepcopy':
    case 'Array.from':
    case 'tuple':
    case 'sorted':
    case 'reversed':
      return first;
    case 'Object.values':
    case 'Object.keys':
    case 'Object.entries':
      return first === undefined ? unknown : entriesOf(machine, first, view.method);
    case 'enumerate':
    case 'zip':
      return first === undefined ? unknown : pairsOf(machine, values, view.method);
    case 'str':
    case 'String':
      return receiver === undefined && first?.constant !== undefined
        ? constantValue(String(first.constant))
        : undefined;
    case 'getattr':
      return typeof second?.constant === 'string' && first !== undefined
        ? readField(machine, first, second.constant)
        : undefined;
    default:
      return undefined;
  }
}

function copyOf(machine: Machine, value: Value): Value {
  const object = objectOf(machine, value);
  return object === undefined ? { ...value, ref: undefined } : allocate(machine, object, value);
}

function mergeFields(machine: Machine, target: Value, other: Value): void {
  const object = objectOf(machine, other);
  if (object === undefined) {
    if (other.taints.length > 0) writeRest(machine, target, other);
    return;
  }
  for (const [key, value] of object.fields) writeField(machine, target, key, value);
  if (object.rest !== undefined) writeRest(machine, target, object.rest);
}

function entriesOf(machine: Machine, value: Value, method: string): Value {
  const object = objectOf(machine, value);
  const inner = readAny(machine, value) ?? { ...unknown, taints: derivedTaints(value.taints) };
  const keys: Value = object === undefined ? inner : harmless;
  if (method === 'keys') return allocate(machine, { ...emptyObject, rest: keys });
  if (method === 'values') return allocate(machine, { ...emptyObject, rest: inner });
  return allocate(machine, { ...emptyObject, rest: listValue(machine, [keys, inner]) });
}

function pairsOf(machine: Machine, values: readonly Value[], method: string): Value {
  const inner = values
    .map(value => readAny(machine, value) ?? value)
    .map(value => ({ ...value, constant: undefined }));
  const pair = method === 'enumerate' ? [harmless, ...inner.slice(0, 1)] : inner;
  return allocate(machine, { ...emptyObject, rest: listValue(machine, pair) });
}

function foldText(text: string, { method, values }: MethodCall): Value | undefined {
  const [first] = values;
  const argument = first?.constant;
  switch (method) {
    case 'charAt':
      return typeof argument === 'number' ? constantValue(text.charAt(argument)) : undefined;
    case 'toUpperCase':
    case 'upper':
      return constantValue(text.toUpperCase());
    case 'toLowerCase':
    case 'lower':
      return constantValue(text.toLowerCase());
    case 'trim':
    case 'strip':
      return values.length === 0 ? constantValue(text.trim()) : undefined;
    case 'includes':
      return typeof argument === 'string' ? constantValue(text.includes(argument)) : undefined;
    case 'startsWith':
    case 'startswith':
      return typeof argument === 'string' ? constantValue(text.startsWith(argument)) : undefined;
    case 'toString':
      return constantValue(text);
    default:
      return undefined;
  }
}

function listMethod(machine: Machine, { method, values }: MethodCall, receiver: Value): Value | undefined {
  const items = objectOf(machine, receiver)?.items;
  if (items === undefined) return undefined;
  const [first, second] = values;
  const at = typeof first?.constant === 'number' ? first.constant : undefined;
  switch (method) {
    case 'push':
    case 'append':
      writeItems(machine, receiver, [...items, ...values]);
      return harmless;
    case 'unshift':
    case 'appendleft':
      writeItems(machine, receiver, [...values, ...items]);
      return harmless;
    case 'insert':
      if (second === undefined || at === undefined) return undefined;
      writeItems(machine, receiver, items.toSpliced(at, 0, second));
      return harmless;
    case 'extend': {
      const more = first === undefined ? undefined : objectOf(machine, first)?.items;
      if (more === undefined) return undefined;
      writeItems(machine, receiver, [...items, ...more]);
      return harmless;
    }
    case 'pop':
    case 'shift':
    case 'popleft': {
      const index = method === 'pop' ? (at ?? items.length - 1) : 0;
      if (first !== undefined && at === undefined) return undefined;
      writeItems(machine, receiver, items.toSpliced(index, 1));
      return items.at(index) ?? harmless;
    }
    case 'clear':
      writeItems(machine, receiver, []);
      return harmless;
    case 'at':
      return at === undefined ? undefined : (items.at(at) ?? harmless);
    case 'slice':
      return values.length === 0
        ? listValue(machine, items)
        : at === undefined
          ? undefined
          : listValue(
              machine,
              items.slice(at, typeof second?.constant === 'number' ? second.constant : undefined),
            );
    case 'concat': {
      const more = first === undefined ? undefined : objectOf(machine, first)?.items;
      return more === undefined ? undefined : listValue(machine, [...items, ...more]);
    }
    default:
      return undefined;
  }
}

function recordMethod(machine: Machine, call: MethodCall, receiver: Value): Value | undefined {
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

/** Texts: joining and formatting put their parts together. */
function textMethod(
  machine: Machine,
  { method, values, callbacks, view }: MethodCall,
  receiver: Value,
): Value | undefined {
  switch (method) {
    case 'join': {
      // Python joins the argument with the receiver, JavaScript the receiver with the argument.
      const python = machine.program.language === 'python';
      if (view.ref !== undefined && view.receiver?.ref !== undefined) return undefined;
      const list = python ? values[0] : receiver;
      if (list === undefined) return undefined;
      const items = objectOf(machine, list)?.items;
      if (items !== undefined && items.length > 0) return { ...concat(machine, items), constant: undefined };
      const any = readAny(machine, list) ?? list;
      return {
        ...unknown,
        taints: derivedTaints(deepTaints(machine, any)),
        literal: isLiteral(machine, any),
        composed: any.composed || !isLiteral(machine, any),
      };
    }
    case 'format':
    case 'concat':
      return receiver.ref === undefined ? concat(machine, [receiver, ...values]) : undefined;
    case 'then':
    case 'catch':
    case 'finally': {
      const result = joinAll(callbacks);
      return result === undefined ? undefined : method === 'then' ? result : joinPlain(receiver, result);
    }
    case 'map':
    case 'flatMap': {
      const result = joinAll(callbacks);
      return result === undefined
        ? undefined
        : allocate(machine, { ...emptyObject, rest: { ...result, constant: undefined } });
    }
    case 'replace':
    case 'replaceAll':
      return undefined;
    default:
      return undefined;
  }
}
