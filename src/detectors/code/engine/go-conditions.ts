import { lastName } from './call-view.ts';
import {
  clear,
  clearLocal,
  clearSources,
  isNarrow,
  pathBits,
  refineMembership,
  refinePrefix,
} from './clearing.ts';
import type { Call } from './ir.ts';
import type { Machine } from './machine.ts';
import { singleSlashBit } from './model-index.ts';

/** What the outcome of a test from Go's standard library says; false when the test is none of them. */
export function refineGoCall(machine: Machine, test: Call, holds: boolean): boolean {
  const ref = machine.evaluate(test.callee).ref ?? '';
  const [first, second] = test.args.map(argument => argument.value);
  if (first === undefined) return false;
  switch (ref) {
    case 'slices.Contains':
    case 'golang.org/x/exp/slices.Contains':
      if (holds) refineMembership(machine, second, first);
      return true;
    case 'strings.Contains': {
      const part = second === undefined ? undefined : machine.evaluate(second).constant;
      if (!holds && typeof part === 'string' && part.startsWith('..'))
        clear(machine, first, pathBits(machine));
      return true;
    }
    case 'strings.ContainsAny': {
      const characters = second === undefined ? undefined : machine.evaluate(second).constant;
      if (!holds && typeof characters === 'string') clearCharacters(machine, test, characters);
      return true;
    }
    case 'strings.HasPrefix': {
      const part = second === undefined ? undefined : machine.evaluate(second).constant;
      if (holds) refinePrefix(machine, first, second, false);
      else if (part === '//') clearLocal(machine, first, singleSlashBit);
      else if (typeof part === 'string' && part.startsWith('..'))
        clearSources(machine, first, pathBits(machine));
      return true;
    }
    case 'path/filepath.IsLocal':
    case 'io/fs.ValidPath':
      if (holds) clear(machine, first, pathBits(machine));
      return true;
    case 'strings.EqualFold':
      if (holds && second !== undefined && machine.evaluate(second).constant !== undefined)
        clear(machine, first, -1);
      return true;
    case 'regexp.MatchString':
    case 'regexp.Match': {
      const pattern = machine.evaluate(first).constant;
      if (holds && second !== undefined && isAnchored(pattern)) clear(machine, second, -1);
      return true;
    }
    default:
      return lastName(test.callee) === 'MatchString' && holds && refineCompiled(machine, test);
  }
}

function isAnchored(pattern: unknown): boolean {
  return (
    typeof pattern === 'string' &&
    /^(?:\^|\\A)/.test(pattern) &&
    /(?:\$|\\z)$/.test(pattern) &&
    isNarrow(pattern)
  );
}

function refineCompiled(machine: Machine, { callee, args }: Call): boolean {
  const [subject] = args;
  if (callee.kind !== 'member' || subject === undefined) return false;
  const holder = machine.evaluate(callee.object);
  if (holder.ref !== 'regex') return false;
  if (isAnchored(holder.constant)) clear(machine, subject.value, -1);
  return true;
}

/** A text without any of these characters cannot leave what it is put into. */
function clearCharacters(machine: Machine, { args }: Call, characters: string): void {
  const [subject] = args;
  if (subject === undefined) return;
  if (/[/\\]/.test(characters)) clear(machine, subject.value, pathBits(machine));
  if (characters.includes('\n') || characters.includes('\r'))
    clear(
      machine,
      subject.value,
      machine.models.bitOf('log-injection') | machine.models.bitOf('header-injection'),
    );
  if (characters.includes(';') && characters.includes('|'))
    clear(machine, subject.value, machine.models.bitOf('command-injection'));
}
