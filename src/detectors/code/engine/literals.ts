import type { Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import { allocate, emptyObject, joinAll, listValue, objectOf, readAny } from './objects.ts';
import { joinPlain, type Value, withSafe } from './value.ts';

/** A list of the program, with its spread parts. */
export function list(machine: Machine, expression: Extract<Expression, { kind: 'list' }>): Value {
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

/** A record of the program, with its spread parts. */
export function record(machine: Machine, expression: Extract<Expression, { kind: 'record' }>): Value {
  const fields = new Map<string, Value>();
  let rest: Value | undefined;
  const addRest = (value: Value): void => {
    rest = rest === undefined ? value : joinPlain(rest, value);
  };
  const outer = machine.assignedTo;
  for (const entry of expression.entries) {
    const key = typeof entry.key === 'object' ? machine.evaluate(entry.key).constant : entry.key;
    machine.assignedTo = typeof key === 'string' ? key : outer;
    const given = machine.evaluate(entry.value);
    // What a query compares with is a value, whatever it holds.
    const value = key === '$eq' ? withSafe(given, machine.models.bitOf('nosql-injection')) : given;
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
