import { defineClass, evaluateDecorators } from './classes.ts';
import { truthOf } from './constants.ts';
import type { Expression } from './ir.ts';
import { list, record } from './literals.ts';
import type { Machine } from './machine.ts';
import { allocate, emptyObject, joinAll, listValue, objectOf, readAny } from './objects.ts';
import { applyOperator, binary, concat, sidesOf, unary } from './operators.ts';
import { elementOf, readIndex, readMember, readName } from './read.ts';
import { forkState, mergeInto, readVariable, type State, writeVariable } from './state.ts';
import { asType, zeroOf } from './types.ts';
import { constantValue, derivedTaints, harmless, joinPlain, unknown, type Value } from './value.ts';

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
    case 'slice':
      return sliced(machine, expression);
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
      evaluateDecorators(machine, expression.class);
      return defineClass(machine, expression.class);
    case 'assign':
      return assignment(machine, expression);
    case 'each':
      return each(machine, expression);
    case 'typed':
      return expression.value === undefined
        ? zeroOf(machine, unknown, expression)
        : asType(machine, machine.evaluate(expression.value), expression);
    case 'many':
      return expression.expressions.reduce<Value>((_, part) => machine.evaluate(part), harmless);
    case 'opaque':
      return joinAll(expression.expressions.map(part => machine.evaluate(part))) ?? unknown;
    default:
      return expression satisfies never;
  }
}

function sliced(machine: Machine, expression: Extract<Expression, { kind: 'slice' }>): Value {
  const object = machine.evaluate(expression.object);
  const from = expression.from === undefined ? 0 : machine.evaluate(expression.from).constant;
  const to =
    expression.to === undefined ? Number.POSITIVE_INFINITY : machine.evaluate(expression.to).constant;
  const items = objectOf(machine, object)?.items;
  if (typeof from === 'number' && typeof to === 'number') {
    if (items !== undefined) return listValue(machine, items.slice(from, to));
    if (typeof object.constant === 'string') return constantValue(object.constant.slice(from, to));
  }
  const any = readAny(machine, object);
  if (any !== undefined) return allocate(machine, { ...emptyObject, rest: any });
  return {
    ...unknown,
    taints: derivedTaints(object.taints),
    literal: object.literal,
    composed: object.composed,
  };
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

/** Longest chain of `a || b || c` whose sides are followed apart. */
const longestChain = 100;

function logical(machine: Machine, expression: Extract<Expression, { kind: 'logical' }>): Value {
  const sides = sidesOf(expression);
  if (sides.length > longestChain) return joinAll(sides.map(side => machine.evaluate(side))) ?? unknown;
  const left = machine.evaluate(expression.left);
  const { operator } = expression;
  if (left.constant !== undefined) {
    const decided =
      operator === 'coalesce' ? left.constant !== null : truthOf(left.constant) === (operator === 'or');
    return decided ? left : machine.evaluate(expression.right);
  }
  let right: Value = unknown;
  const perhaps = branches(machine, [
    () => {
      if (operator !== 'coalesce') machine.refine(expression.left, operator === 'and');
      right = machine.evaluate(expression.right);
      return right;
    },
    () => unknown,
  ]);
  return operator === 'and' ? perhaps : joinObjectsOf(machine, left, right);
}

/** A join that keeps what either object holds. */
function joinObjectsOf(machine: Machine, a: Value, b: Value): Value {
  const joined = joinPlain(a, b);
  if (a.object === undefined || b.object === undefined || a.object === b.object) return joined;
  const left = forkState(machine.state);
  const right = forkState(machine.state);
  writeVariable(left, 0, a);
  writeVariable(right, 0, b);
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

function assignment(machine: Machine, expression: Extract<Expression, { kind: 'assign' }>): Value {
  const { target, operator } = expression;
  const outer = machine.assignedTo;
  machine.assignedTo = nameOfTarget(target) ?? outer;
  const right = machine.evaluate(expression.value);
  machine.assignedTo = outer;
  if (operator === '=') {
    machine.assign(target, right);
    if (target.kind === 'variable') rememberTest(machine, target.variable.id, expression.value);
    // `_, err := parse(x)`: whether it failed says something of `x`.
    const last = target.kind === 'items' ? target.items.at(-1) : undefined;
    if (last?.kind === 'variable' && machine.program.language === 'go')
      rememberTest(machine, last.variable.id, expression.value);
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
