import type { Machine } from './machine.ts';
import { concat } from './operators.ts';
import { constantValue, harmless, type Value } from './value.ts';

/**
 * A text made from a format: its constant parts, and the arguments where its verbs stand. Verbs for numbers make
 * their arguments harmless.
 */
export function formatted(machine: Machine, format: Value | undefined, args: readonly Value[]): Value {
  if (typeof format?.constant !== 'string')
    return concat(machine, format === undefined ? args : [format, ...args]);
  const parts: Value[] = [];
  let next = 0;
  let at = 0;
  for (const verb of format.constant.matchAll(
    /%(?:\[(\d+)\]|(\d+)\$)?[-+# 0,(]*[\d*]*(?:\.[\d*]+)?([a-zA-Z%])/g,
  )) {
    parts.push(constantValue(format.constant.slice(at, verb.index)));
    at = verb.index + verb[0].length;
    const letter = verb[3] ?? '';
    if (letter === '%' || letter === 'n') {
      parts.push(constantValue(letter === '%' ? '%' : '\n'));
      continue;
    }
    const index = verb[1] ?? verb[2];
    if (index !== undefined) next = Number(index) - 1;
    const arg = args[next++] ?? harmless;
    parts.push(/[dxXobcfeEgGtTpU]/.test(letter) && letter !== 'x' && letter !== 'X' ? harmless : arg);
  }
  parts.push(constantValue(format.constant.slice(at)));
  return concat(
    machine,
    parts.filter(part => part.constant !== ''),
  );
}
