import type { Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import { normalisedBit, rootedBit, singleSlashBit } from './model-index.ts';
import { isLiteral, objectOf } from './objects.ts';
import { readCleared, type State, visibleVariables, writeCleared, writeVariable } from './state.ts';
import { harmless, type Value, withSafe } from './value.ts';

/** The parts of an address that say whose it is. */
const hostProperties: ReadonlySet<string> = new Set([
  'host',
  'hostname',
  'origin',
  'netloc',
  'Host',
  'Hostname',
  'getHost',
  'getAuthority',
]);

/** Marks an expression's value as safe: the variable, and the input itself where the value is nothing else. */
export function clear(machine: Machine, checked: Expression, bits: number): void {
  const value = machine.evaluate(checked);
  if (value.taints.length === 0) {
    // Nothing is known of what an unknown caller gives; once it is one of a list, it is.
    const isUnknown = value.constant === undefined && value.object === undefined && value.ref === undefined;
    if (bits === -1 && checked.kind === 'name' && isUnknown && value.code === undefined)
      writeVariable(machine.state, checked.variable.id, harmless);
    return;
  }
  if (bits === -1 && hostProperties.has(partOf(checked)) && value.taints.some(taint => !taint.direct)) {
    clearSources(machine, checked, machine.models.bitOf('open-redirect') | machine.models.bitOf('ssrf'));
    return;
  }
  for (const taint of value.taints) {
    if (taint.direct)
      writeCleared(
        machine.state,
        taint.source.key,
        bits === -1 ? -1 : readCleared(machine.state, taint.source.key) | bits,
      );
  }
  if (checked.kind === 'name') {
    writeVariable(
      machine.state,
      checked.variable.id,
      bits === -1 ? { ...harmless, object: value.object, ref: value.ref } : withSafe(value, bits),
    );
  }
  // `x.trim()` or `x.toLowerCase()` in the allowed list says the same of `x` itself for our purposes.
  if (
    checked.kind === 'call' &&
    checked.callee.kind === 'member' &&
    /^(?:to(?:Lower|Upper)Case|lower|upper|trim|strip|toString)$/.test(checked.callee.property)
  ) {
    clear(machine, checked.callee.object, bits);
  }
}

/** An address whose host part is empty is one of this site. */
export function clearHost(machine: Machine, checked: Expression): void {
  if (hostProperties.has(partOf(checked)))
    clearSources(machine, checked, machine.models.bitOf('open-redirect') | machine.models.bitOf('ssrf'));
}

/** The part of a value that is checked: `Host` of `url.Host`, `Hostname` of `url.Hostname()`. */
function partOf(checked: Expression): string {
  const at = checked.kind === 'call' ? checked.callee : checked;
  return at.kind === 'member' ? at.property : '';
}

/** Marks every input an expression was computed from as safe. */
export function clearSources(machine: Machine, checked: Expression, bits: number): void {
  const value = machine.evaluate(checked);
  for (const taint of value.taints) {
    writeCleared(machine.state, taint.source.key, readCleared(machine.state, taint.source.key) | bits);
    clearVariables(machine.state, taint.source.key, bits);
  }
}

/**
 * Marks an input in the variables that hold it, too: where another branch gives them something harmless, what is known
 * of the input alone would not survive the join.
 */
function clearVariables(state: State, key: string, bits: number): void {
  for (const [id, value] of visibleVariables(state)) {
    if (!value.taints.some(({ source, safe }) => source.key === key && (safe & bits) !== bits)) continue;
    const taints = value.taints.map(taint =>
      taint.source.key === key ? { ...taint, safe: taint.safe | bits } : taint,
    );
    writeVariable(state, id, { ...value, taints });
  }
}

/** Begins with one slash and not with two: a path of this site. */
export function clearLocal(machine: Machine, checked: Expression, bit: number): void {
  clear(machine, checked, bit);
  const both = rootedBit | singleSlashBit;
  const { taints } = machine.evaluate(checked);
  const isLocal = taints.every(
    ({ safe, source }) => ((safe | readCleared(machine.state, source.key)) & both) === both,
  );
  if (isLocal) clear(machine, checked, machine.models.bitOf('open-redirect'));
}

/** `x` is in a collection: safe when what the collection holds is. */
export function refineMembership(
  machine: Machine,
  checked: Expression | undefined,
  collection: Expression | undefined,
): void {
  if (checked === undefined || collection === undefined) return;
  const value = machine.evaluate(collection);
  const isText = typeof value.constant === 'string';
  if (isText || !isTrusted(machine, value)) return;
  clear(machine, checked, -1);
}

export function isTrusted(machine: Machine, value: Value): boolean {
  if (value.taints.length > 0) return false;
  const object = objectOf(machine, value);
  if (object === undefined) return true;
  return (
    isLiteral(machine, value) ||
    [...(object.items ?? []), ...object.fields.values()].every(item => item.taints.length === 0)
  );
}

export function pathBits(machine: Machine): number {
  return machine.models.bitOf('path-traversal') | machine.models.bitOf('zip-slip');
}

/** No wildcard, no negated class: only listed characters pass. */
export function isNarrow(pattern: string): boolean {
  const withoutClasses = pattern
    .replace(/\\./g, escape => (/[WSD]/.test(escape[1] ?? '') ? '.' : 'a'))
    .replace(/\[(?!\^)[^\]]*\]/g, 'a');
  return !/[.[]/.test(withoutClasses) && !/^\^?\$?$/.test(pattern);
}

/** `x.startsWith(base)`: decides the host of a URL, and the folder of a resolved path. */
export function refinePrefix(
  machine: Machine,
  checked: Expression | undefined,
  prefix: Expression | undefined,
  resolves: boolean,
): void {
  if (checked === undefined || prefix === undefined) return;
  const value = machine.evaluate(prefix);
  if (value.taints.length > 0) return;
  const subject = machine.evaluate(checked);
  const text = typeof value.constant === 'string' ? value.constant : undefined;
  if (text === '/') clearLocal(machine, checked, rootedBit);
  const isResolved = subject.taints.every(taint => (taint.safe & normalisedBit) !== 0);
  if (isResolved || resolves) {
    clear(machine, checked, pathBits(machine));
    // `file.getCanonicalPath().startsWith(base)` speaks of the file.
    if (checked.kind === 'call' && isResolved) clearSources(machine, checked, pathBits(machine));
  }
  if (text === undefined ? !isResolved : /^(?:[a-z]+:)?\/\/[^/]+\//i.test(text) || /^\/[^/\\]/.test(text)) {
    clear(
      machine,
      checked,
      machine.models.bitOf('open-redirect') |
        (text?.startsWith('/') === true ? 0 : machine.models.bitOf('ssrf')),
    );
  }
}
