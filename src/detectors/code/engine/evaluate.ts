import { foldBinary, truthOf } from './constants.ts';
import type { Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import { normalisedBit } from './model-index.ts';
import {
  allocate,
  deepTaints,
  emptyObject,
  isLiteral,
  joinAll,
  listValue,
  objectOf,
  readAny,
  readField,
} from './objects.ts';
import { forkState, mergeInto, readVariable, type State } from './state.ts';
import {
  constantValue,
  derivedTaints,
  harmless,
  joinPlain,
  joinTaints,
  refValue,
  taintedValue,
  unknown,
  type Value,
  withSafe,
} from './value.ts';

/** Evaluates an expression in the machine's state, with its effects. */
export function evaluateExpression(machine: Machine, expression: Expression): Value {
  machine.steps++;
  switch (expression.kind) {
    case 'constant':
      return constantValue(expression.value);
    case 'regex':
      return { ...harmless, constant: expression.pattern, ref: 'regex' };
    case 'name':
      return readName(machine, expression);
    case 'member':
      return readMember(machine, machine.evaluate(expression.object), expression.property, expression);
    case 'index':
      return readIndex(machine, expression);
    case 'slice': {
      for (const bound of expression.bounds) machine.evaluate(bound);
      return sliced(machine, machine.evaluate(expression.object));
    }
    case 'call':
      return machine.call(expression);
    case 'concat':
      return concat(
        machine,
        expression.parts.map(part => machine.evaluate(part)),
      );
    case 'binary':
      return binary(machine, expression);
    case 'unary':
      return unary(machine, expression);
    case 'logical':
      return logical(machine, expression);
    case 'conditional':
      return conditional(machine, expression);
    default:
      return evaluateStructure(machine, expression);
  }
}

function evaluateStructure(machine: Machine, expression: Expression): Value {
  switch (expression.kind) {
    case 'list':
      return list(machine, expression);
    case 'record':
      return record(machine, expression);
    case 'function':
      machine.pending.set(expression.function.id, {
        code: expression.function,
        state: machine.state,
        bases: [],
      });
      return { ...unknown, code: expression.function };
    case 'class':
      return { ...unknown, class: expression.class };
    case 'assign':
      return assignment(machine, expression);
    case 'each':
      return each(machine, expression);
    case 'many': {
      let last: Value = harmless;
      for (const part of expression.expressions) last = machine.evaluate(part);
      return last;
    }
    case 'opaque':
      return joinAll(expression.expressions.map(part => machine.evaluate(part))) ?? unknown;
    default:
      return unknown;
  }
}

function readName(machine: Machine, expression: Extract<Expression, { kind: 'name' }>): Value {
  const value = readVariable(machine.state, expression.variable.id);
  if (value !== undefined) return value;
  if (!expression.variable.global) return unknown;
  return readRef(machine, expression.variable.name, expression);
}

/** A qualified name: untrusted data when a model says so. */
export function readRef(
  machine: Machine,
  ref: string,
  span: { readonly start: number; readonly end: number },
): Value {
  const name = machine.models.aliases.get(ref) ?? ref;
  const source = machine.models.sources.get(name);
  if (source === undefined) return refValue(name);
  return {
    ...taintedValue([
      {
        source: {
          key: name,
          label: source.label,
          remote: source.remote ?? true,
          start: span.start,
          end: span.end,
        },
        safe: 0,
        direct: true,
      },
    ]),
    ref: name,
  };
}

/** Properties that are numbers or booleans whatever the object. */
const harmlessProperties: ReadonlySet<string> = new Set(['length', 'size', 'byteLength', 'ok']);

/** `object.property`. */
export function readMember(
  machine: Machine,
  object: Value,
  property: string,
  span: { readonly start: number; readonly end: number },
): Value {
  const field = readField(machine, object, property);
  if (field !== undefined) return field;
  if (harmlessProperties.has(property))
    return object.ref === undefined ? harmless : { ...harmless, ref: `${object.ref}.${property}` };
  const method = objectOf(machine, object)?.class?.methods.get(property);
  if (method !== undefined) return { ...unknown, code: method, object: object.object };
  const named = object.ref === undefined ? unknown : readRef(machine, `${object.ref}.${property}`, span);
  if (object.taints.length === 0) return named;
  // A part of an input is an input of its own: checking one part says nothing about another.
  const taints = object.taints.map(taint =>
    taint.direct
      ? {
          ...taint,
          source: {
            ...taint.source,
            key: `${taint.source.key}.${property}`,
            start: span.start,
            end: span.end,
          },
        }
      : taint,
  );
  return { ...named, taints };
}

function readIndex(machine: Machine, expression: Extract<Expression, { kind: 'index' }>): Value {
  const object = machine.evaluate(expression.object);
  const index = machine.evaluate(expression.index);
  if (index.constant !== undefined && index.constant !== null && typeof index.constant !== 'boolean') {
    const key = String(index.constant);
    if (typeof object.constant === 'string' && typeof index.constant === 'number') {
      const character = object.constant.at(index.constant);
      return character === undefined ? harmless : constantValue(character);
    }
    return readMember(machine, object, key, expression);
  }
  const any = readAny(machine, object);
  if (any !== undefined) return { ...any, constant: undefined };
  const value = readMember(machine, object, '[]', expression);
  // Reading a table of the program by an untrusted key yields the program's data.
  return value;
}

function sliced(machine: Machine, object: Value): Value {
  const any = readAny(machine, object);
  if (any !== undefined) return allocate(machine, { ...emptyObject, rest: any });
  return {
    ...unknown,
    taints: derivedTaints(object.taints),
    literal: object.literal,
    composed: object.composed,
  };
}

/** Where a text begins so that what follows cannot choose the host. */
const fixedHost = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]+[/?#]/i;

/** A text put together from parts, or a sum of numbers. */
export function concat(machine: Machine, parts: readonly Value[]): Value {
  if (parts.every(part => part.constant !== undefined)) {
    const constants = parts.map(part => part.constant);
    if (constants.every(constant => typeof constant === 'number'))
      return constantValue(constants.reduce<number>((a, b) => a + Number(b), 0));
    return constantValue(constants.map(String).join(''));
  }
  const redirect = machine.models.bitOf('open-redirect');
  const request = machine.models.bitOf('ssrf');
  let prefix: string | undefined = '';
  let taints = parts[0]?.taints ?? [];
  taints = [];
  for (const part of parts) {
    const own = deepTaints(machine, part);
    if (own.length > 0) {
      let bits = 0;
      if (prefix !== undefined && fixedHost.test(prefix)) bits |= redirect | request;
      if (prefix !== undefined && /^\/[^/\\]/.test(prefix)) bits |= redirect;
      if (prefix !== undefined && /^(?:\?|#)/.test(prefix)) bits |= redirect;
      taints = joinTaints(
        taints,
        bits === 0 ? own : own.map(taint => ({ ...taint, safe: taint.safe | bits })),
      );
    }
    // Past an unknown part the text is not known, but what it began with still decides the host.
    if (prefix !== undefined) {
      if (part.constant !== undefined) prefix += String(part.constant);
      else if (part.taints.length > 0 && !fixedHost.test(prefix) && !/^\/[^/\\]/.test(prefix))
        prefix = undefined;
      else if (prefix === '' && part.taints.length === 0) prefix = 'unknown://unknown/';
    }
  }
  const literal = parts.every(part => isLiteral(machine, part));
  const hasText = parts.some(part => part.literal) || parts.some(part => part.composed);
  return {
    ...unknown,
    taints: derivedTaints(taints),
    literal,
    composed: !literal && (hasText || parts.length > 1),
  };
}

const comparisons: ReadonlySet<string> = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'instanceof',
]);

function binary(machine: Machine, expression: Extract<Expression, { kind: 'binary' }>): Value {
  const left = machine.evaluate(expression.left);
  const right = machine.evaluate(expression.right);
  return applyOperator(machine, { operator: expression.operator, left, right });
}

/** A binary operator on two values. */
export function applyOperator(
  machine: Machine,
  { operator, left, right }: { readonly operator: string; readonly left: Value; readonly right: Value },
): Value {
  if (left.constant !== undefined && right.constant !== undefined) {
    const folded = foldBinary(operator, left.constant, right.constant);
    if (folded !== undefined) return constantValue(folded);
  }
  if (comparisons.has(operator)) return harmless;
  // Python's `%` on a text formats it; `/` on a path joins it.
  if (operator === '%' && typeof left.constant !== 'number' && machine.program.language === 'python')
    return concat(machine, [left, right]);
  if (operator === '/' && machine.program.language === 'python' && typeof right.constant !== 'number') {
    return { ...concat(machine, [left, right]), ref: left.ref };
  }
  if (operator === '+') return concat(machine, [left, right]);
  if (operator === '*' && machine.program.language === 'python')
    return {
      ...unknown,
      taints: derivedTaints(joinTaints(left.taints, right.taints)),
      literal: left.literal && right.literal,
    };
  return harmless;
}

function unary(machine: Machine, expression: Extract<Expression, { kind: 'unary' }>): Value {
  const operand = machine.evaluate(expression.operand);
  if (expression.operator === '!' && operand.constant !== undefined)
    return constantValue(!truthOf(operand.constant));
  if (expression.operator === '-' && typeof operand.constant === 'number')
    return constantValue(-operand.constant);
  return expression.operator === 'void' ? constantValue(null) : harmless;
}

/** Runs parts in states of their own and joins what is left. */
function branches(machine: Machine, parts: readonly (() => Value)[]): Value {
  const base = machine.state;
  const ends: State[] = [];
  const values = parts.map(part => {
    machine.state = forkState(base);
    const value = part();
    ends.push(machine.state);
    return value;
  });
  machine.state = base;
  mergeInto(base, ends, machine);
  return joinAll(values) ?? unknown;
}

function logical(machine: Machine, expression: Extract<Expression, { kind: 'logical' }>): Value {
  const left = machine.evaluate(expression.left);
  const { operator } = expression;
  if (left.constant !== undefined) {
    const decided =
      operator === 'coalesce' ? left.constant !== null : truthOf(left.constant) === (operator === 'or');
    return decided ? left : machine.evaluate(expression.right);
  }
  const right = branches(machine, [
    () => {
      if (operator !== 'coalesce') machine.refine(expression.left, operator === 'and');
      return machine.evaluate(expression.right);
    },
    () => unknown,
  ]);
  const value = joinObjectsOf(machine, left, right);
  return operator === 'and' ? { ...right, taints: right.taints } : value;
}

/** A join that keeps what either object holds. */
function joinObjectsOf(machine: Machine, a: Value, b: Value): Value {
  const joined = joinPlain(a, b);
  if (a.object === undefined || b.object === undefined || a.object === b.object) return joined;
  const left = forkState(machine.state);
  const right = forkState(machine.state);
  left.variables.set(0, a);
  right.variables.set(0, b);
  mergeInto(machine.state, [left, right], machine);
  return readVariable(machine.state, 0) ?? joined;
}

function conditional(machine: Machine, expression: Extract<Expression, { kind: 'conditional' }>): Value {
  const test = machine.evaluate(expression.test);
  if (test.constant !== undefined)
    return machine.evaluate(truthOf(test.constant) ? expression.whenTrue : expression.whenFalse);
  let first: Value = unknown;
  let second: Value = unknown;
  branches(machine, [
    () => {
      machine.refine(expression.test, true);
      first = machine.evaluate(expression.whenTrue);
      return first;
    },
    () => {
      machine.refine(expression.test, false);
      second = machine.evaluate(expression.whenFalse);
      return second;
    },
  ]);
  return joinObjectsOf(machine, first, second);
}

function list(machine: Machine, expression: Extract<Expression, { kind: 'list' }>): Value {
  const items: Value[] = [];
  let rest: Value | undefined;
  for (const item of expression.items) {
    const value = machine.evaluate(item.value);
    if (item.spread !== true) {
      items.push(value);
      continue;
    }
    const known = objectOf(machine, value)?.items;
    if (known !== undefined && rest === undefined) items.push(...known);
    else {
      const any = readAny(machine, value) ?? value;
      rest = rest === undefined ? any : joinPlain(rest, any);
    }
  }
  if (rest === undefined) return listValue(machine, items);
  return allocate(machine, { ...emptyObject, rest: joinAll([...items, rest]) });
}

function record(machine: Machine, expression: Extract<Expression, { kind: 'record' }>): Value {
  const fields = new Map<string, Value>();
  let rest: Value | undefined;
  const addRest = (value: Value): void => {
    rest = rest === undefined ? value : joinPlain(rest, value);
  };
  const outer = machine.assignedTo;
  for (const entry of expression.entries) {
    const key = typeof entry.key === 'object' ? machine.evaluate(entry.key).constant : entry.key;
    machine.assignedTo = typeof key === 'string' ? key : outer;
    const value = machine.evaluate(entry.value);
    if (key !== undefined && key !== null) {
      if (fields.size < 300) fields.set(String(key), value);
      else addRest(value);
      continue;
    }
    const spread = entry.key === undefined ? objectOf(machine, value) : undefined;
    if (spread === undefined) addRest(entry.key === undefined ? { ...value, object: undefined } : value);
    else {
      for (const [name, field] of spread.fields) fields.set(name, field);
      if (spread.rest !== undefined) addRest(spread.rest);
    }
  }
  machine.assignedTo = outer;
  return allocate(machine, { ...emptyObject, fields, rest });
}

function assignment(machine: Machine, expression: Extract<Expression, { kind: 'assign' }>): Value {
  const { target, operator } = expression;
  const outer = machine.assignedTo;
  machine.assignedTo = nameOfTarget(target) ?? outer;
  const right = machine.evaluate(expression.value);
  machine.assignedTo = outer;
  if (operator === '=') {
    machine.assign(target, right);
    if (target.kind === 'variable') rememberTest(machine, target.variable.id, expression.value);
    return right;
  }
  const left =
    target.kind === 'variable'
      ? (readVariable(machine.state, target.variable.id) ?? unknown)
      : target.kind === 'member' || target.kind === 'index'
        ? machine.evaluate(target)
        : unknown;
  const binaryOperator = operator.slice(0, -1);
  const value = /^(?:\|\||&&|\?\?)$/.test(binaryOperator)
    ? joinPlain(left, right)
    : augmented(machine, binaryOperator, left, right);
  machine.assign(target, value);
  return value;
}

/** A variable that holds the outcome of a test is that test when it is asked later. */
function rememberTest(machine: Machine, id: number, value: Expression): void {
  if (value.kind === 'call' || value.kind === 'binary' || value.kind === 'logical' || value.kind === 'unary')
    machine.flags.set(id, value);
  else machine.flags.delete(id);
}

/** `list += list` extends in place; everything else is the operator. */
function augmented(machine: Machine, operator: string, left: Value, right: Value): Value {
  const object = objectOf(machine, left);
  if (object?.items !== undefined && operator === '+') {
    const added = objectOf(machine, right)?.items;
    if (added !== undefined) return listValue(machine, [...object.items, ...added]);
    return allocate(machine, {
      ...object,
      items: undefined,
      rest: joinAll([...object.items, readAny(machine, right) ?? right]),
    });
  }
  return applyOperator(machine, { operator, left, right });
}

function nameOfTarget(target: Extract<Expression, { kind: 'assign' }>['target']): string | undefined {
  if (target.kind === 'variable') return target.variable.name;
  return target.kind === 'member' ? target.property : undefined;
}

function each(machine: Machine, expression: Extract<Expression, { kind: 'each' }>): Value {
  const base = machine.state;
  machine.state = forkState(base);
  for (const clause of expression.clauses) {
    const iterable = machine.evaluate(clause.iterable);
    machine.assign(clause.target, elementOf(machine, iterable, clause.iterable));
    for (const condition of clause.conditions) {
      machine.evaluate(condition);
      machine.refine(condition, true);
    }
  }
  if (expression.key !== undefined) machine.evaluate(expression.key);
  const value = machine.evaluate(expression.body);
  const inner = machine.state;
  machine.state = base;
  mergeInto(base, [inner], machine);
  return allocate(machine, { ...emptyObject, rest: { ...value, constant: undefined } });
}

/** What iterating yields. */
export function elementOf(
  machine: Machine,
  iterable: Value,
  span: { readonly start: number; readonly end: number },
): Value {
  const any = readAny(machine, iterable);
  if (any !== undefined)
    return { ...any, constant: objectOf(machine, iterable)?.items?.length === 1 ? any.constant : undefined };
  if (iterable.literal) return harmless;
  return readMember(machine, { ...iterable, ref: undefined }, '[]', span);
}

/** Marks a value as resolved to a path without `..`. */
export function normalised(value: Value): Value {
  return withSafe(value, normalisedBit);
}
