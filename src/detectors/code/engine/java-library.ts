import { formatted } from './format.ts';
import type { Machine } from './machine.ts';
import type { MethodCall } from './methods.ts';
import {
  allocate,
  deepTaints,
  emptyObject,
  joinAll,
  listValue,
  objectOf,
  readAny,
  readField,
  writeItems,
} from './objects.ts';
import { concat } from './operators.ts';
import { elementOf } from './read.ts';
import { constantValue, derivedTaints, harmless, unknown, type Value } from './value.ts';

const lists: ReadonlySet<string> = new Set([
  'ArrayList',
  'LinkedList',
  'Vector',
  'Stack',
  'ArrayDeque',
  'CopyOnWriteArrayList',
  'PriorityQueue',
  'HashSet',
  'LinkedHashSet',
  'TreeSet',
]);
const maps: ReadonlySet<string> = new Set([
  'HashMap',
  'LinkedHashMap',
  'TreeMap',
  'ConcurrentHashMap',
  'Hashtable',
  'Properties',
  'EnumMap',
]);

/** Functions and methods of Java's standard library whose meaning the analysis needs (docs.oracle.com/en/java). */
export function javaCall(machine: Machine, call: MethodCall): Value | undefined {
  const { view, values, receiver } = call;
  const [first] = values;
  const ref = view.ref ?? '';
  if (view.isNew) return constructed(machine, ref, values);
  if (receiver?.ref !== undefined && machine.models.isTextType(receiver.ref.slice(0, -2)))
    return builderMethod(machine, call, receiver);
  // One of an enumeration, or of a number's type, whatever it is called.
  if (call.method === 'valueOf' && values.length === 1 && ref !== 'String.valueOf') return harmless;
  const made = staticFunction(machine, ref, values);
  if (made !== undefined) return made;
  if (typeof receiver?.constant === 'string' && receiver.ref !== 'regex')
    return textMethod(receiver.constant, call);
  if (call.method === 'formatted' && receiver !== undefined) return formatted(machine, receiver, values);
  if (receiver?.object === undefined) return undefined;
  const object = objectOf(machine, receiver);
  if (values.length === 0) {
    // The accessor of a record, or of a property that has been set.
    const property = /^(?:get|is)([A-Z])(.*)$/.exec(call.method);
    const name = property === null ? call.method : `${property[1]?.toLowerCase()}${property[2]}`;
    const field = object?.fields.get(name);
    if (field !== undefined && object?.items === undefined) return field;
  }
  if (first === undefined && object?.class !== undefined) return undefined;
  return listMethod(machine, call, receiver) ?? containerMethod(machine, call, receiver);
}

function constructed(machine: Machine, ref: string, values: readonly Value[]): Value | undefined {
  const [first] = values;
  const typed = { ...unknown, ref: `${ref}()` };
  if (lists.has(ref) || maps.has(ref)) {
    const copied = first === undefined ? undefined : objectOf(machine, first);
    if (copied !== undefined) return allocate(machine, { ...copied, class: undefined }, typed);
    if (first !== undefined && first.taints.length > 0)
      return allocate(machine, { ...emptyObject, rest: { ...first, constant: undefined } }, typed);
    return allocate(machine, { ...emptyObject, items: lists.has(ref) ? [] : undefined }, typed);
  }
  if (ref === 'String') return first ?? constantValue('');
  if (!machine.models.isTextType(ref)) return undefined;
  const isText = first !== undefined && typeof first.constant !== 'number';
  return { ...(isText ? first : constantValue('')), ref: `${ref}()` };
}

function staticFunction(machine: Machine, ref: string, values: readonly Value[]): Value | undefined {
  const [first, second] = values;
  switch (ref) {
    case 'String.format':
    case 'MessageFormat.format':
      // A locale may come first.
      return first?.constant === undefined && typeof second?.constant === 'string'
        ? formatted(machine, second, values.slice(2))
        : formatted(machine, first, values.slice(1));
    case 'String.valueOf':
    case 'String.copyValueOf':
    case 'Objects.toString':
    case 'Objects.requireNonNull':
    case 'Objects.requireNonNullElse':
    case 'Optional.of':
    case 'Optional.ofNullable':
    case 'Collections.unmodifiableList':
    case 'Collections.unmodifiableSet':
    case 'Collections.unmodifiableMap':
    case 'Collections.synchronizedList':
    case 'Arrays.stream':
    case 'List.copyOf':
    case 'Set.copyOf':
    case 'Map.copyOf':
      return first === undefined ? undefined : textOf(first);
    case 'String.join':
      return concat(
        machine,
        values
          .slice(1)
          .flatMap(value => objectOf(machine, value)?.items ?? [readAny(machine, value) ?? value]),
      );
    case 'Arrays.asList':
    case 'List.of':
    case 'Set.of':
    case 'Stream.of':
    case 'ImmutableList.of':
    case 'ImmutableSet.of':
    case 'Collections.singletonList':
    case 'Collections.singleton':
    case 'EnumSet.of':
      return first?.object !== undefined && values.length === 1 ? first : listValue(machine, values);
    case 'Map.of':
    case 'ImmutableMap.of': {
      const fields = new Map<string, Value>();
      let rest: Value | undefined;
      for (let at = 0; at + 1 < values.length; at += 2) {
        const key = values[at]?.constant;
        const value = values[at + 1] ?? unknown;
        if (key === undefined || key === null) rest = joinAll([...(rest === undefined ? [] : [rest]), value]);
        else fields.set(String(key), value);
      }
      return allocate(machine, { ...emptyObject, fields, rest });
    }
    case 'Pattern.compile':
      return typeof first?.constant === 'string'
        ? { ...harmless, constant: first.constant, ref: 'regex' }
        : undefined;
    default:
      return undefined;
  }
}

function textOf(value: Value): Value {
  return typeof value.constant === 'number' || typeof value.constant === 'boolean'
    ? constantValue(String(value.constant))
    : value;
}

/** A method of a text that is known. */
function textMethod(text: string, { method, values }: MethodCall): Value | undefined {
  const [first, second] = values.map(value => value.constant);
  switch (method) {
    case 'length':
      return constantValue(text.length);
    case 'isEmpty':
    case 'isBlank':
      return constantValue(text.trim() === '');
    case 'equals':
    case 'contentEquals':
      return typeof first === 'string' ? constantValue(text === first) : harmless;
    case 'equalsIgnoreCase':
      return typeof first === 'string' ? constantValue(text.toLowerCase() === first.toLowerCase()) : harmless;
    case 'contains':
      return typeof first === 'string' ? constantValue(text.includes(first)) : harmless;
    case 'startsWith':
    case 'endsWith':
      if (typeof first !== 'string') return harmless;
      return constantValue(method === 'startsWith' ? text.startsWith(first) : text.endsWith(first));
    case 'indexOf':
      return typeof first === 'string' ? constantValue(text.indexOf(first)) : harmless;
    case 'substring':
      if (typeof first !== 'number') return undefined;
      return constantValue(text.slice(first, typeof second === 'number' ? second : undefined));
    case 'concat':
      return typeof first === 'string' ? constantValue(text + first) : undefined;
    case 'intern':
    case 'toCharArray':
    case 'getBytes':
    case 'chars':
    case 'strip':
      return constantValue(method === 'strip' ? text.trim() : text);
    default:
      return undefined;
  }
}

/** `StringBuilder` and its like: a text that grows, and whose methods return it. */
function builderMethod(
  machine: Machine,
  { method, values, place }: MethodCall,
  receiver: Value,
): Value | undefined {
  const become = (text: Value): Value => {
    const grown = { ...text, ref: receiver.ref };
    if (place !== undefined) machine.assign(place, grown);
    return grown;
  };
  const plain = { ...receiver, ref: undefined };
  switch (method) {
    case 'append':
    case 'write':
    case 'print':
      return become(concat(machine, [plain, ...values.slice(0, 1)]));
    case 'insert':
    case 'replace':
      return become({ ...concat(machine, [plain, ...values.slice(-1)]), constant: undefined });
    case 'reverse':
      return become(typeof plain.constant === 'string' ? { ...harmless } : plain);
    case 'setLength':
      return values[0]?.constant === 0 ? become(constantValue('')) : harmless;
    case 'delete':
    case 'deleteCharAt':
    case 'setCharAt':
      return become({ ...plain, constant: undefined });
    case 'toString':
    case 'substring':
    case 'getBuffer':
      return method === 'substring' ? { ...plain, constant: undefined } : plain;
    case 'length':
    case 'indexOf':
      return harmless;
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
    case 'add':
    case 'addLast':
    case 'addElement':
    case 'offer':
    case 'offerLast':
      if (second !== undefined && at === undefined) return undefined;
      writeItems(
        machine,
        receiver,
        second === undefined ? [...items, first ?? unknown] : items.toSpliced(at ?? 0, 0, second),
      );
      return harmless;
    case 'addFirst':
    case 'offerFirst':
      writeItems(machine, receiver, [...values, ...items]);
      return harmless;
    case 'get':
    case 'elementAt':
      return at === undefined ? undefined : (items[at] ?? harmless);
    case 'set':
      if (at === undefined || second === undefined) return undefined;
      writeItems(machine, receiver, items.with(Math.max(0, Math.min(at, items.length - 1)), second));
      return items[at] ?? harmless;
    case 'getFirst':
    case 'firstElement':
    case 'element':
      return items[0] ?? harmless;
    case 'getLast':
    case 'lastElement':
    case 'peekLast':
      return items.at(-1) ?? harmless;
    case 'remove':
    case 'removeFirst':
    case 'removeLast':
    case 'poll':
    case 'pollFirst':
      return removed(machine, receiver, { items, method, first });
    case 'size':
      return constantValue(items.length);
    case 'isEmpty':
      return constantValue(items.length === 0);
    case 'addAll': {
      const more = first === undefined ? undefined : objectOf(machine, first)?.items;
      if (more === undefined) return undefined;
      writeItems(machine, receiver, [...items, ...more]);
      return harmless;
    }
    default:
      return undefined;
  }
}

function removed(
  machine: Machine,
  receiver: Value,
  {
    items,
    method,
    first,
  }: { readonly items: readonly Value[]; readonly method: string; readonly first: Value | undefined },
): Value | undefined {
  const constant = first?.constant;
  if (first !== undefined && constant === undefined) return undefined;
  const at =
    typeof constant === 'number'
      ? constant
      : constant === undefined
        ? method === 'removeLast'
          ? items.length - 1
          : 0
        : items.findIndex(item => item.constant === constant);
  if (at < 0 || at >= items.length) return harmless;
  writeItems(machine, receiver, items.toSpliced(at, 1));
  return items[at] ?? harmless;
}

const span = { start: 0, end: 0 };

/** Methods of containers that are views of the same values, or yield one of them. */
function containerMethod(machine: Machine, call: MethodCall, receiver: Value): Value | undefined {
  const { method, values, callbacks } = call;
  const [first, second] = values;
  switch (method) {
    case 'setProperty':
    case 'putIfAbsent':
    case 'getProperty':
    case 'getOrDefault': {
      const renamed = method.startsWith('get') ? 'get' : 'put';
      if (renamed === 'put') return undefined;
      if (typeof first?.constant !== 'string') return readAny(machine, receiver);
      const field = readField(machine, receiver, first.constant);
      return field === undefined ? second : second === undefined ? field : joinAll([field, second]);
    }
    case 'collect':
      return call.view.text(0).includes('joining')
        ? { ...unknown, taints: derivedTaints(deepTaints(machine, receiver)) }
        : receiver;
    case 'iterator':
    case 'listIterator':
    case 'stream':
    case 'parallelStream':
    case 'elements':
    case 'asIterator':
    case 'toList':
    case 'toArray':
    case 'distinct':
    case 'sorted':
    case 'limit':
      return receiver;
    case 'next':
    case 'nextElement':
    case 'findFirst':
    case 'findAny':
    case 'peek':
    case 'orElse':
    case 'orElseThrow':
    case 'pop':
      return method === 'pop' || method === 'peek'
        ? lastOf(machine, call, receiver)
        : elementOf(machine, receiver, span);
    case 'forEach':
      return harmless;
    case 'reduce':
    case 'anyMatch':
      return callbacks.length === 0 ? undefined : (joinAll(callbacks) ?? unknown);
    case 'containsKey':
    case 'containsValue':
    case 'contains':
    case 'isEmpty':
    case 'size':
    case 'hasNext':
    case 'hasMoreElements':
      return harmless;
    case 'toString':
      return { ...unknown, taints: derivedTaints(deepTaints(machine, receiver)) };
    default:
      return undefined;
  }
}

/** A stack gives the last, a queue the first: that of a list made here is known. */
function lastOf(machine: Machine, { method }: MethodCall, receiver: Value): Value {
  const items = objectOf(machine, receiver)?.items;
  if (items === undefined) return elementOf(machine, receiver, span);
  const at = receiver.ref === 'Stack()' ? items.length - 1 : 0;
  if (method === 'pop') writeItems(machine, receiver, items.toSpliced(at, 1));
  return items[at] ?? harmless;
}
