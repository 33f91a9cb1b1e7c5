import { formatted } from './format.ts';
import { containerMethod, listMethod } from './java-containers.ts';
import { builderMethod, textMethod } from './java-texts.ts';
import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import { allocate, emptyObject, joinAll, listValue, objectOf, readAny } from './objects.ts';
import { concat } from './operators.ts';
import { constantValue, harmless, unknown, type Value } from './value.ts';

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
  const { ref = '', values, receiver } = call;
  const [first] = values;
  if (call.call.isNew === true) return constructed(machine, ref, values);
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
  if (call.method === 'collect' && first?.ref === 'Collectors.joining()') return joined(machine, receiver);
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
    case 'Collections.nCopies':
      return allocate(machine, { ...emptyObject, rest: { ...(second ?? unknown), constant: undefined } });
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

/** The items of a stream as one text. */
function joined(machine: Machine, stream: Value): Value {
  const any = readAny(machine, stream) ?? stream;
  return { ...concat(machine, [any, constantValue('')]), constant: undefined };
}

function textOf(value: Value): Value {
  return typeof value.constant === 'number' || typeof value.constant === 'boolean'
    ? constantValue(String(value.constant))
    : value;
}
