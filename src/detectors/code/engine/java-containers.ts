import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import { deepTaints, joinAll, objectOf, readAny, readField, writeItems } from './objects.ts';
import { elementOf } from './read.ts';
import { constantValue, derivedTaints, harmless, unknown, type Value } from './value.ts';

/** A method of a list whose items are known. */
export function listMethod(
  machine: Machine,
  { method, values }: MethodCall,
  receiver: Value,
): Value | undefined {
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
export function containerMethod(machine: Machine, call: MethodCall, receiver: Value): Value | undefined {
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
      return call.view().text(0).includes('joining')
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
