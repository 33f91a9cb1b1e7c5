import { formatted } from './format.ts';
import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import {
  allocate,
  deepTaints,
  emptyObject,
  isLiteral,
  joinAll,
  listValue,
  objectOf,
  readAny,
} from './objects.ts';
import { concat } from './operators.ts';
import { elementOf } from './read.ts';
import { constantValue, derivedTaints, harmless, unknown, type Value } from './value.ts';

/** Functions and methods of Go's standard library and language whose meaning the analysis needs (pkg.go.dev/std). */
export function goCall(machine: Machine, call: MethodCall): Value | undefined {
  const { ref = '', values, receiver, method } = call;
  const [first, second, ...others] = values;
  if (receiver?.ref !== undefined && machine.models.isTextType(receiver.ref.slice(0, -2)))
    return builderMethod(machine, call, receiver);
  switch (ref) {
    case 'append':
      return appended(machine, values);
    case 'go.range':
      return first === undefined ? unknown : ranged(machine, first);
    case 'string':
    case 'bytes.NewBufferString':
    case 'strings.Clone':
      return first;
    case 'regexp.MustCompile':
    case 'regexp.MustCompilePOSIX':
    case 'regexp.Compile':
      return typeof first?.constant === 'string'
        ? { ...harmless, constant: first.constant, ref: 'regex' }
        : undefined;
    case 'github.com/dlclark/regexp2.MustCompile':
    case 'github.com/dlclark/regexp2.Compile':
      return typeof first?.constant === 'string'
        ? { ...harmless, constant: first.constant, ref: 'github.com/dlclark/regexp2.MustCompile()' }
        : undefined;
    case 'fmt.Sprintf':
    case 'fmt.Errorf':
      return formatted(machine, first, values.slice(1));
    case 'fmt.Sprint':
    case 'fmt.Sprintln':
      return concat(machine, values);
    case 'strings.Join':
      return first === undefined ? unknown : joined(machine, first);
    case 'strings.Repeat':
      return first?.literal === true ? harmless : undefined;
    case 'strings.TrimSpace':
      return first?.constant === undefined ? undefined : constantText(first, text => text.trim());
    case 'strings.ToUpper':
      return first?.constant === undefined ? undefined : constantText(first, text => text.toUpperCase());
    case 'strings.ToLower':
      return first?.constant === undefined ? undefined : constantText(first, text => text.toLowerCase());
    case 'strings.EqualFold':
    case 'strings.Contains':
    case 'strings.HasPrefix':
    case 'strings.HasSuffix':
      return constantTest(method, first, second);
    case 'len':
      return typeof first?.constant === 'string' ? constantValue(first.constant.length) : harmless;
    case 'strings.ReplaceAll':
      return replaced(first, second, others[0]);
    case 'delete':
      return harmless;
    default:
      return undefined;
  }
}

function constantText(value: Value, change: (text: string) => string): Value | undefined {
  return typeof value.constant === 'string' ? constantValue(change(value.constant)) : undefined;
}

function constantTest(method: string, first: Value | undefined, second: Value | undefined): Value {
  if (typeof first?.constant !== 'string' || typeof second?.constant !== 'string') return harmless;
  const [text, part] = [first.constant, second.constant];
  if (method === 'Contains') return constantValue(text.includes(part));
  if (method === 'HasPrefix') return constantValue(text.startsWith(part));
  if (method === 'HasSuffix') return constantValue(text.endsWith(part));
  return constantValue(text.toLowerCase() === part.toLowerCase());
}

function replaced(
  text: Value | undefined,
  from: Value | undefined,
  to: Value | undefined,
): Value | undefined {
  if (typeof text?.constant !== 'string' || typeof from?.constant !== 'string') return undefined;
  return typeof to?.constant === 'string'
    ? constantValue(text.constant.replaceAll(from.constant, to.constant))
    : undefined;
}

function appended(machine: Machine, [list, ...values]: readonly Value[]): Value {
  const object = list === undefined ? undefined : objectOf(machine, list);
  const items = object?.items ?? (list?.constant === null ? [] : undefined);
  if (items !== undefined && object?.rest === undefined) return listValue(machine, [...items, ...values]);
  const rest = joinAll([...(list === undefined ? [] : [readAny(machine, list) ?? list]), ...values]);
  return allocate(machine, {
    ...emptyObject,
    rest: rest === undefined ? undefined : { ...rest, constant: undefined },
  });
}

/** Pairs of key and value; keys of something that came from outside are untrusted too. */
function ranged(machine: Machine, iterable: Value): Value {
  const span = { start: 0, end: 0 };
  const value = { ...elementOf(machine, iterable, span), constant: undefined };
  const key: Value =
    iterable.taints.length > 0 ? { ...unknown, taints: derivedTaints(iterable.taints) } : harmless;
  return allocate(machine, { ...emptyObject, rest: listValue(machine, [key, value]) });
}

function joined(machine: Machine, list: Value): Value {
  const items = objectOf(machine, list)?.items;
  if (items !== undefined && items.length > 0) return { ...concat(machine, items), constant: undefined };
  const any = readAny(machine, list) ?? list;
  const literal = isLiteral(machine, any);
  return { ...unknown, taints: derivedTaints(deepTaints(machine, any)), literal, composed: !literal };
}

/** `strings.Builder` and `bytes.Buffer`: a text that grows. */
function builderMethod(
  machine: Machine,
  { method, values, place }: MethodCall,
  receiver: Value,
): Value | undefined {
  switch (method) {
    case 'WriteString':
    case 'WriteByte':
    case 'WriteRune':
    case 'Write': {
      const text = concat(machine, [{ ...receiver, ref: undefined }, ...values]);
      if (place !== undefined) machine.assign(place, { ...text, ref: receiver.ref });
      return harmless;
    }
    case 'Reset':
    case 'Truncate':
      if (place !== undefined) machine.assign(place, { ...constantValue(''), ref: receiver.ref });
      return harmless;
    case 'String':
    case 'Bytes':
      return { ...receiver, ref: undefined };
    default:
      return undefined;
  }
}
