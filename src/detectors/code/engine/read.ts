import { pathBits } from './clearing.ts';
import type { ClassCode, Expression, FunctionCode } from './ir.ts';
import type { Machine } from './machine.ts';
import { initiallySafe } from './model-index.ts';
import { objectOf, readAny, readField } from './objects.ts';
import { readCleared, readVariable } from './state.ts';
import {
  constantValue,
  harmless,
  refValue,
  type Taint,
  taintedValue,
  unknown,
  type Value,
  withSafe,
} from './value.ts';

/** A variable, or a name from outside the file. */
export function readName(machine: Machine, expression: Extract<Expression, { kind: 'name' }>): Value {
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
  machine.sourceSeen = true;
  const safe = initiallySafe(machine.models, source);
  return {
    ...taintedValue([
      {
        source: {
          key: name,
          label: source.label,
          remote: source.remote ?? true,
          safe,
          start: span.start,
          end: span.end,
        },
        safe,
        direct: true,
      },
    ]),
    ref: name,
  };
}

/** A method of a class of this file, its own or inherited. */
export function methodOf(
  machine: Machine,
  code: ClassCode | undefined,
  name: string,
): FunctionCode | undefined {
  const seen = new Set<number>();
  for (let at = code; at !== undefined && !seen.has(at.id); at = machine.parents.get(at.id)) {
    const method = at.methods.get(name);
    if (method !== undefined) return method;
    seen.add(at.id);
  }
  return undefined;
}

/** Properties that are numbers or booleans whatever the object. */
const harmlessProperties: ReadonlySet<string> = new Set(['length', 'size', 'byteLength', 'ok']);

/** Of a path taken apart: what holds no separator. */
const pathTypes = /(?:^|\.)(?:Pure)?(?:Posix|Windows)?Path\(\)$|^path\.(?:win32\.|posix\.)?parse\(\)$/;
const lastParts: ReadonlySet<string> = new Set(['name', 'stem', 'suffix', 'base', 'ext']);

/** `object.property`. */
export function readMember(
  machine: Machine,
  object: Value,
  property: string,
  span: { readonly start: number; readonly end: number },
): Value {
  if (object.class !== undefined && object.object === undefined)
    return readStatic(machine, object.class, property);
  const field = readField(machine, object, property);
  if (field !== undefined) return field;
  if (harmlessProperties.has(property))
    return object.ref === undefined ? harmless : { ...harmless, ref: `${object.ref}.${property}` };
  const method = methodOf(machine, objectOf(machine, object)?.class, property);
  if (method !== undefined) return { ...unknown, code: method, object: object.object };
  const named = object.ref === undefined ? unknown : readRef(machine, `${object.ref}.${property}`, span);
  if (object.taints.length === 0) return named;
  // A part of an input is an input of its own: checking one part says nothing about another.
  const taints = object.taints.flatMap(taint =>
    uncleared(
      machine,
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
    ),
  );
  if (taints.length === 0) return { ...named, literal: true };
  const isLastPart = lastParts.has(property) && pathTypes.test(object.ref ?? '');
  return isLastPart ? withSafe({ ...named, taints }, pathBits(machine)) : { ...named, taints };
}

/** What stands on a class itself: a method, or a field that all instances share. */
function readStatic(machine: Machine, code: ClassCode, property: string): Value {
  const shared = readVariable(machine.state, code.instance.id);
  const field = shared === undefined ? undefined : readField(machine, shared, property);
  if (field !== undefined) return field;
  const method = methodOf(machine, code, property);
  return method === undefined ? unknown : { ...unknown, code: method, object: shared?.object };
}

/** An input read again after a check is as safe as the check made it. */
function uncleared(machine: Machine, taint: Taint): readonly Taint[] {
  const bits = taint.direct ? readCleared(machine.state, taint.source.key) : 0;
  if (bits === -1) return [];
  return [bits === 0 ? taint : { ...taint, safe: taint.safe | bits }];
}

/** `object[index]`. */
export function readIndex(machine: Machine, expression: Extract<Expression, { kind: 'index' }>): Value {
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
  // Reading a table of the program by an untrusted key yields the program's data, chosen by somebody else.
  const any = readAny(machine, object);
  const value =
    any === undefined ? readMember(machine, object, '[]', expression) : { ...any, constant: undefined };
  // `Object.create(null)` has no prototype that a key could name.
  return index.taints.length === 0 || object.ref === 'Object.create()'
    ? value
    : { ...value, chosenBy: index.taints };
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
