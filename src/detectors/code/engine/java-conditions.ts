import { clear, clearSources, isNarrow, pathBits, refineMembership } from './clearing.ts';
import type { Call, Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import type { Value } from './value.ts';

/** What the outcome of a test from Java's standard library says; false when the test is none of them. */
export function refineJavaCall(machine: Machine, test: Call, holds: boolean): boolean {
  const { callee, args } = test;
  if (callee.kind !== 'member') return false;
  const [first, second] = args.map(argument => argument.value);
  const ref = machine.evaluate(callee).ref ?? '';
  switch (callee.property) {
    case 'equals':
    case 'equalsIgnoreCase':
    case 'contentEquals':
      if (!holds) return true;
      if (ref === 'Objects.equals' || ref === 'StringUtils.equals') equalTo(machine, first, second);
      else equalTo(machine, callee.object, first);
      return true;
    case 'matches':
      if (holds) refineMatches(machine, test, { first, second, ref });
      return true;
    case 'find':
      return false;
    case 'contains':
    case 'indexOf': {
      const part = first === undefined ? undefined : machine.evaluate(first).constant;
      if (holds || typeof part !== 'string') return false;
      if (part === '\n' || part === '\r') clear(machine, callee.object, lineBits(machine));
      if (part.startsWith('..')) clear(machine, callee.object, pathBits(machine));
      return part === '\n' || part === '\r' || part.startsWith('..');
    }
    case 'anyMatch':
    case 'noneMatch': {
      const says = callee.property === 'anyMatch' ? holds : !holds;
      if (says && first !== undefined) refineAnyMatch(machine, callee.object, first);
      return true;
    }
    default:
      return false;
  }
}

/** `stream.anyMatch(value::equals)`: the value is one of the stream's. */
function refineAnyMatch(machine: Machine, stream: Expression, predicate: Expression): void {
  if (predicate.kind === 'member' && predicate.property.startsWith('equals'))
    refineMembership(machine, predicate.object, stream);
}

function lineBits(machine: Machine): number {
  return machine.models.bitOf('log-injection') | machine.models.bitOf('header-injection');
}

function isFixed(value: Value): boolean {
  return value.taints.length === 0 && (value.constant !== undefined || value.literal);
}

/** Two values are equal: what is not known is as safe as what is. */
function equalTo(machine: Machine, left: Expression | undefined, right: Expression | undefined): void {
  if (left === undefined || right === undefined) return;
  const [a, b] = [machine.evaluate(left), machine.evaluate(right)];
  if (isFixed(b)) equalToFixed(machine, left);
  if (isFixed(a)) equalToFixed(machine, right);
}

/** `new File(path).getParent().equals(…)` speaks of the path, `uri.getHost().equals(…)` of the address. */
function equalToFixed(machine: Machine, checked: Expression): void {
  const method = checked.kind === 'call' && checked.callee.kind === 'member' ? checked.callee.property : '';
  if (/^get(?:Host|Authority)$/.test(method))
    clearSources(machine, checked, machine.models.bitOf('ssrf') | machine.models.bitOf('open-redirect'));
  else if (method.startsWith('getParent')) clearSources(machine, checked, pathBits(machine));
  clear(machine, checked, -1);
}

/** `value.matches(p)`, `Pattern.matches(p, value)`, `pattern.matcher(value).matches()`: all of the whole text. */
function refineMatches(
  machine: Machine,
  { callee }: Call,
  {
    first,
    second,
    ref,
  }: {
    readonly first: Expression | undefined;
    readonly second: Expression | undefined;
    readonly ref: string;
  },
): void {
  if (callee.kind !== 'member') return;
  if (ref === 'Pattern.matches') {
    checkAgainst(machine, first === undefined ? undefined : machine.evaluate(first).constant, second);
    return;
  }
  if (first !== undefined) {
    checkAgainst(machine, machine.evaluate(first).constant, callee.object);
    return;
  }
  const matcher = callee.object;
  if (matcher.kind !== 'call' || matcher.callee.kind !== 'member' || matcher.callee.property !== 'matcher')
    return;
  const pattern = machine.evaluate(matcher.callee.object);
  if (pattern.ref === 'regex') checkAgainst(machine, pattern.constant, matcher.args[0]?.value);
}

function checkAgainst(machine: Machine, pattern: unknown, checked: Expression | undefined): void {
  if (typeof pattern === 'string' && checked !== undefined && isNarrow(pattern)) clear(machine, checked, -1);
}
