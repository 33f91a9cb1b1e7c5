import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import { listValue, objectOf, writeItems } from './objects.ts';
import { harmless, type Value } from './value.ts';

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
