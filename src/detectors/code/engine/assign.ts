import type { Expression, Target } from './ir.ts';
import type { Machine } from './machine.ts';
import {
  allocate,
  emptyObject,
  joinAll,
  listValue,
  noteKept,
  objectOf,
  writeField,
  writeRest,
} from './objects.ts';
import { elementOf, readMember } from './read.ts';
import { readVariable, writeObject, writeVariable } from './state.ts';
import { derivedTaints, joinPlain, type Taint, unknown, type Value } from './value.ts';

/** Stores a value where a target points, taking it apart where the target is a pattern. */
export function assignTarget(machine: Machine, target: Target, value: Value): void {
  machine.steps++;
  switch (target.kind) {
    case 'variable':
      machine.inspectVariable(target, value);
      if (isKept(machine, target.variable.id)) noteKept(machine, value);
      writeVariable(machine.state, target.variable.id, value);
      break;
    case 'member': {
      machine.inspectWrite(target, value);
      store(machine, target, value);
      break;
    }
    case 'index':
      machine.inspectIndexWrite(target, value);
      store(machine, target, value);
      break;
    case 'items':
      assignItems(machine, target, value);
      break;
    case 'fields':
      for (const { key, target: inner } of target.fields) {
        machine.assign(
          inner,
          key === undefined ? elementOf(machine, value, inner) : readMember(machine, value, key, inner),
        );
      }
      if (target.rest !== undefined) machine.assign(target.rest, value);
      break;
    case 'default': {
      const fallback = machine.evaluate(target.value);
      const known = value.constant !== undefined || value.object !== undefined;
      const given = value.constant === null ? fallback : known ? value : joinPlain(value, fallback);
      machine.assign(target.target, given);
      break;
    }
    case 'ignore':
      break;
    default:
      target satisfies never;
  }
}

/** Whether a variable is one that functions other than the current one may read. */
function isKept({ frame, sourceSeen }: Machine, id: number): boolean {
  return sourceSeen && (frame.code === undefined || readVariable(frame.base, id) !== undefined);
}

function assignItems(machine: Machine, target: Extract<Target, { kind: 'items' }>, value: Value): void {
  const items = objectOf(machine, value)?.items;
  const isTuple = items === undefined && machine.program.language === 'go';
  target.items.forEach((inner, at) => {
    if (inner === undefined) return;
    machine.assign(
      inner,
      isTuple ? resultAt(value, inner, at) : (items?.[at] ?? elementOf(machine, value, inner)),
    );
  });
  if (target.rest === undefined) return;
  const rest = items?.slice(target.items.length);
  machine.assign(target.rest, rest === undefined ? value : listValue(machine, rest));
}

/** Errors and flags by their customary names. */
const statusNames = /^(?:err|error|ok|found|exists|loaded|more|e|n)$|(?:Err|Ok|OK)$/;

/** One of a Go function's results: models describe the first, and an error or flag is no data. */
function resultAt(value: Value, target: Target, at: number): Value {
  if (at === 0) return value;
  const isStatus = target.kind === 'variable' && statusNames.test(target.variable.name);
  return isStatus ? unknown : { ...unknown, taints: derivedTaints(value.taints) };
}

function store(machine: Machine, target: Extract<Target, { kind: 'member' | 'index' }>, value: Value): void {
  const holder = machine.evaluate(target.object);
  const key =
    target.kind === 'member' ? target.property : (machine.evaluate(target.index).constant ?? undefined);
  if (holder.object === undefined) {
    // An object met for the first time: from here on its fields are told apart.
    const place = placeOf(target.object);
    if (place === undefined) return;
    const made = allocate(machine, emptyObject, holder);
    if (place.kind === 'member') store(machine, place, made);
    else machine.assign(place, made);
    write(machine, made, { key, value });
    return;
  }
  write(machine, holder, { key, value });
}

function write(
  machine: Machine,
  holder: Value,
  { key, value }: { readonly key: string | number | boolean | undefined; readonly value: Value },
): void {
  if (key === undefined) writeRest(machine, holder, { ...value, constant: undefined });
  else writeField(machine, holder, String(key), value);
}

/** Where an expression's value is kept, if it is kept anywhere. */
export function placeOf(
  expression: Expression,
): Extract<Target, { kind: 'variable' | 'member' }> | undefined {
  if (expression.kind === 'name') {
    return { kind: 'variable', start: expression.start, end: expression.end, variable: expression.variable };
  }
  return expression.kind === 'member' ? expression : undefined;
}

/** Lets untrusted data flow into a place and everything in it. */
export function pour(
  machine: Machine,
  place: Target | undefined,
  holder: Value,
  taints: readonly Taint[],
): void {
  const data: Value = { ...unknown, taints };
  const object = objectOf(machine, holder);
  if (object !== undefined && holder.object !== undefined) {
    const fields = new Map([...object.fields].map(([key, field]) => [key, joinPlain(field, data)] as const));
    writeObject(machine.state, holder.object, { ...object, fields });
    writeRest(machine, holder, data);
  } else if (place !== undefined) {
    machine.assign(place, { ...joinPlain({ ...holder, constant: undefined }, data), literal: false });
  }
}

/** Lets an argument flow into the receiver of a method that stores it. */
export function absorb(
  machine: Machine,
  receiver: Target | undefined,
  holder: Value,
  values: readonly Value[],
): void {
  const value = joinAll(values);
  if (value === undefined) return;
  if (holder.object !== undefined) {
    writeRest(machine, holder, { ...value, constant: undefined });
    return;
  }
  if (receiver?.kind !== 'variable' || value.taints.length === 0) return;
  machine.assign(
    receiver,
    joinPlain({ ...holder, constant: undefined }, { ...unknown, taints: value.taints }),
  );
}
