import { lastName } from './call-view.ts';
import {
  clear,
  clearHost,
  clearLocal,
  clearSources,
  isNarrow,
  pathBits,
  refineMembership,
  refinePrefix,
} from './clearing.ts';
import { refineGoCall } from './go-conditions.ts';
import type { Call, Expression } from './ir.ts';
import { refineJavaCall } from './java-conditions.ts';
import type { Machine } from './machine.ts';
import { singleSlashBit } from './model-index.ts';
import { objectOf } from './objects.ts';
import { sidesOf } from './operators.ts';
import { refineValidator } from './predicates.ts';
import { forkState, mergeInto } from './state.ts';

/** Narrows the state to where a test holds (or does not): a value that was checked is safe from here on. */
export function refineState(machine: Machine, test: Expression, holds: boolean): void {
  const { kind } = test;
  if (kind === 'unary' && test.operator === '!') machine.refine(test.operand, !holds);
  else if (kind === 'logical' && (test.operator === 'and') === holds) {
    for (const side of sidesOf(test)) machine.refine(side, holds);
  } else if (kind === 'logical') refineEither(machine, test, holds);
  else if (kind === 'member' && !holds) clearHost(machine, test);
  else if (kind === 'binary') refineComparison(machine, test, holds);
  else if (kind === 'call') refineCall(machine, test, holds);
  else if (kind === 'assign' && test.value.kind === 'call') machine.refine(test.value, holds);
  else if (kind === 'index' && holds) refineMembership(machine, test.index, test.object);
  else if (kind === 'name') refineFlag(machine, test, holds);
}

type Logical = Extract<Expression, { kind: 'logical' }>;

/** Of "a or b" that holds, and of "a and b" that does not, only what follows from either is known. */
function refineEither(machine: Machine, test: Logical, holds: boolean): void {
  const base = machine.state;
  const ends = sidesOf(test).map(side => {
    machine.state = forkState(base);
    machine.refine(side, holds);
    return machine.state;
  });
  machine.state = base;
  mergeInto(base, ends, machine);
}

/** `const ok = check(x); if (ok)` says what the check says. */
function refineFlag(machine: Machine, test: Extract<Expression, { kind: 'name' }>, holds: boolean): void {
  const origin = machine.flags.get(test.variable.id);
  if (origin === undefined || machine.refining.has(test.variable.id)) return;
  machine.refining.add(test.variable.id);
  machine.refine(origin, holds);
  machine.refining.delete(test.variable.id);
}

type Binary = Extract<Expression, { kind: 'binary' }>;

function refineComparison(machine: Machine, test: Binary, holds: boolean): void {
  const { operator, left, right } = test;
  const equal = operator === '===' || operator === '==';
  const unequal = operator === '!==' || operator === '!=';
  if ((equal && holds) || (unequal && !holds)) {
    refineParsed(machine, left, right);
    refineEqual(machine, left, right);
    refineEqual(machine, right, left);
    return;
  }
  if ((unequal && holds) || (equal && !holds)) {
    refinePrototypeName(machine, left, right);
    refinePrototypeName(machine, right, left);
  }
  // `list.indexOf(x) === -1` and `>= 0` and `> -1`.
  const found =
    ((unequal || operator === '>') && holds && isNumber(right, -1)) ||
    (equal && !holds && isNumber(right, -1)) ||
    (operator === '>=' && holds && isNumber(right, 0)) ||
    (operator === '<' && !holds && isNumber(right, 0));
  if (found && left.kind === 'call' && lastName(left.callee) === 'indexOf') {
    refineMembership(
      machine,
      left.args[0]?.value,
      left.callee.kind === 'member' ? left.callee.object : undefined,
    );
  }
  if ((operator === 'in' && holds) || (operator === 'not in' && !holds))
    refineMembership(machine, left, right);
  // `base in path.parents`
  const isInside = (operator === 'in' && holds) || (operator === 'not in' && !holds);
  if (isInside && right.kind === 'member' && right.property === 'parents')
    clearSources(machine, right.object, pathBits(machine));
  const excludesDots = (operator === 'in' && !holds) || (operator === 'not in' && holds);
  if (excludesDots && left.kind === 'constant' && left.value === '..') {
    // `'..' in name.split('/')` speaks of the name.
    if (right.kind === 'name') clear(machine, right, pathBits(machine));
    else clearSources(machine, right, pathBits(machine));
  }
}

/** Parsers of texts that hold nothing harmful when there is no error. */
const strictParsers =
  /^(?:strconv\.(?:Atoi|Parse(?:Int|Uint|Float|Bool))|net\.ParseMAC|time\.Parse(?:Duration)?|net\/netip\.ParseAddr|github\.com\/(?:google|gofrs|satori)\/(?:go\.)?uuid\.(?:Parse|FromString))\(\)$/;

/** `err == nil` after `_, err := strconv.Atoi(x)`: what was read is a number. */
function refineParsed(machine: Machine, error: Expression, nothing: Expression): void {
  if (machine.program.language !== 'go' || error.kind !== 'name') return;
  if (nothing.kind !== 'constant' || nothing.value !== null) return;
  const origin = machine.flags.get(error.variable.id);
  if (origin?.kind !== 'call') return;
  const parsed = origin.args[lastName(origin.callee) === 'Parse' && origin.args.length === 2 ? 1 : 0]?.value;
  const { ref = '' } = machine.evaluate(origin.callee);
  if (parsed !== undefined && strictParsers.test(`${ref}()`)) clear(machine, parsed, -1);
}

/** A key that is not in a list with `__proto__` is safe to write under. */
function refinePrototypeList(machine: Machine, checked: Expression, list: Expression): void {
  const items = objectOf(machine, machine.evaluate(list))?.items ?? [];
  if (items.some(item => item.constant === '__proto__'))
    clear(machine, checked, machine.models.bitOf('prototype-pollution'));
}

/** `key !== '__proto__'` makes a key safe to write under. */
function refinePrototypeName(machine: Machine, checked: Expression, against: Expression): void {
  if (against.kind !== 'constant' || checked.kind === 'constant') return;
  if (against.value === '__proto__' || against.value === 'constructor')
    clear(machine, checked, machine.models.bitOf('prototype-pollution'));
}

function isNumber(expression: Expression, value: number): boolean {
  if (expression.kind === 'unary' && expression.operator === '-') return isNumber(expression.operand, -value);
  return expression.kind === 'constant' && expression.value === value;
}

/** Where `x` equals something that is not untrusted, it is that thing. */
function refineEqual(machine: Machine, checked: Expression, against: Expression): void {
  // `typeof x === 'number'`
  if (checked.kind === 'unary' && checked.operator === 'typeof') {
    if (against.kind === 'constant' && (against.value === 'number' || against.value === 'boolean'))
      clear(machine, checked.operand, -1);
    // An operator of a query is an object; a text is only compared.
    if (against.kind === 'constant' && against.value === 'string')
      clear(machine, checked.operand, machine.models.bitOf('nosql-injection'));
    return;
  }
  if (checked.kind === 'call') {
    refineComputedEqual(machine, checked, against);
    return;
  }
  if (checked.kind === 'constant') return;
  const origin = checked.kind === 'name' ? machine.flags.get(checked.variable.id) : undefined;
  if (origin?.kind === 'call') refineComputedEqual(machine, origin, against);
  const value = machine.evaluate(against);
  if (value.taints.length > 0 || (value.constant === undefined && value.ref === undefined && !value.literal))
    return;
  clear(machine, checked, -1);
}

/** `os.path.commonpath([base, x]) == base`, `path.dirname(x) === base`, `new URL(x).host === ...`. */
function refineComputedEqual(machine: Machine, checked: Call, against: Expression): void {
  const name = lastName(checked.callee);
  if (name === 'basename' || name === 'Base')
    for (const argument of checked.args) refineIfSame(machine, argument.value, against);
  const value = machine.evaluate(against);
  if (value.taints.length > 0) return;
  if (name === 'commonpath' || name === 'commonprefix' || name === 'dirname') {
    clearSources(machine, checked, pathBits(machine));
  }
}

function refineIfSame(machine: Machine, checked: Expression, against: Expression): void {
  if (checked.kind === 'name' && against.kind === 'name' && checked.variable === against.variable)
    clear(machine, checked, pathBits(machine));
}

function refineCall(machine: Machine, test: Call, holds: boolean): void {
  const { language } = machine.program;
  if (language === 'go' && refineGoCall(machine, test, holds)) return;
  if (language === 'java' && refineJavaCall(machine, test, holds)) return;
  const name = lastName(test.callee);
  const object = test.callee.kind === 'member' ? test.callee.object : undefined;
  const [first, second] = test.args.map(argument => argument.value);
  if (!holds) {
    refineFailed(machine, { name, object, first });
    return;
  }
  switch (name) {
    case 'includes':
    case 'has':
    case 'contains':
    case 'Contains':
    case 'containsKey':
    case 'hasOwnProperty':
    case '__contains__':
      refineMembership(machine, first, object);
      return;
    case 'hasOwn':
    case 'call':
      refineMembership(machine, second, first);
      return;
    case 'test':
    case 'match':
    case 'fullmatch':
    case 'matches':
    case 'MatchString':
      refinePattern(machine, test);
      return;
    case 'startsWith':
    case 'startswith':
    case 'is_relative_to':
    case 'HasPrefix':
      refinePrefix(
        machine,
        name === 'HasPrefix' ? first : object,
        name === 'HasPrefix' ? second : first,
        name === 'is_relative_to',
      );
      return;
    default:
      refineValidator(machine, test, { name, object, first });
  }
}

/** What is known where a check fails: `if (x.includes('..')) return`, `if (Number.isNaN(x)) return`. */
function refineFailed(
  machine: Machine,
  {
    name,
    object,
    first,
  }: {
    readonly name: string;
    readonly object: Expression | undefined;
    readonly first: Expression | undefined;
  },
): void {
  if (name === 'isNaN' && first !== undefined) clear(machine, first, -1);
  if (name === 'isAbsolute' || name === 'isabs') return;
  if ((name === 'includes' || name === 'has') && first !== undefined && object !== undefined)
    refinePrototypeList(machine, first, object);
  const needle = first === undefined ? undefined : machine.evaluate(first).constant;
  const negative =
    name === 'includes' || name === 'contains' || name === 'startsWith' || name === 'startswith';
  if (!negative || object === undefined || typeof needle !== 'string') return;
  if (needle === '//' && name.startsWith('starts')) clearLocal(machine, object, singleSlashBit);
  // `..` at the beginning is only telling of a path relative to the base.
  if (needle.startsWith('..') && (name === 'includes' || name === 'contains'))
    clear(machine, object, pathBits(machine));
  if (needle.startsWith('..') && name.startsWith('starts')) clearSources(machine, object, pathBits(machine));
}

/** A pattern that lets only harmless characters through, from beginning to end. */
function refinePattern(machine: Machine, test: Call): void {
  const { callee } = test;
  const holder = callee.kind === 'member' ? machine.evaluate(callee.object) : undefined;
  const name = lastName(callee);
  const values = test.args.map(argument => machine.evaluate(argument.value));
  const onPattern = holder?.ref === 'regex' || holder?.ref?.endsWith('compile()') === true;
  const patternAt = values.findIndex(value => typeof value.constant === 'string');
  const pattern = onPattern ? holder?.constant : values[patternAt]?.constant;
  const checked = onPattern
    ? test.args[0]?.value
    : holder !== undefined && holder.taints.length > 0 && callee.kind === 'member'
      ? callee.object
      : test.args[patternAt === 0 ? 1 : 0]?.value;
  if (typeof pattern !== 'string' || checked === undefined) return;
  const anchored =
    name === 'fullmatch' ||
    name === 'matches' ||
    (pattern.startsWith('^') && /(?:\$|\\z|\\Z)$/.test(pattern));
  const fromStart = name === 'match' && machine.program.language === 'python' && /(?:\$|\\Z)$/.test(pattern);
  if ((anchored || fromStart) && isNarrow(pattern)) clear(machine, checked, -1);
}
