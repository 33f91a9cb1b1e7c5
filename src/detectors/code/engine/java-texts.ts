import type { Machine } from './machine.ts';
import type { MethodCall } from './method-call.ts';
import { concat } from './operators.ts';
import { constantValue, harmless, type Value } from './value.ts';

/** A method of a text that is known. */
export function textMethod(text: string, { method, values }: MethodCall): Value | undefined {
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
export function builderMethod(
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
