import type { TypeName } from './ir.ts';
import type { Machine } from './machine.ts';
import { readRef } from './read.ts';
import { readVariable } from './state.ts';
import { constantValue, harmless, joinTaints, type Value } from './value.ts';

/** An instance whose class has been named: `Cookie()`, `net/http.Client()`. */
const constructed = /^[\w./-]*\b[A-Z]\w*\(\)$/;

/**
 * A value under a declared type: a number is harmless, an instance is what models know under `Type()`. What is known
 * of the value more exactly stays.
 */
export function asType(
  machine: Machine,
  value: Value,
  { type, start, end }: { readonly type: TypeName; readonly start: number; readonly end: number },
): Value {
  const { name, variable } = type;
  if (name === '') return value;
  if (machine.models.isHarmlessType(name)) return value.constant === undefined ? harmless : value;
  if (variable !== undefined) return asInstance(machine, value, variable.id);
  const { ref } = value;
  // A constant or function by its name stays what it is, whatever its type is called.
  if (
    ref !== undefined &&
    (ref === 'regex' || !ref.endsWith('()') || constructed.test(ref) || machine.models.knows(ref))
  )
    return value;
  const named = readRef(machine, `${name}()`, { start, end });
  return { ...value, ref: named.ref, taints: joinTaints(value.taints, named.taints) };
}

/** An instance of a class of this file that nothing more is known of has the class's fields. */
function asInstance(machine: Machine, value: Value, id: number): Value {
  const known = readVariable(machine.state, id)?.class;
  if (known?.isEnumeration === true) return harmless;
  if (known === undefined || value.object !== undefined || value.literal) return value;
  const object = readVariable(machine.state, known.instance.id)?.object;
  return object === undefined ? value : { ...value, object };
}

/** What a variable of a type holds at first: a text that is put together begins empty. */
export function zeroOf(
  machine: Machine,
  value: Value,
  place: { readonly type: TypeName; readonly start: number; readonly end: number },
): Value {
  const typed = asType(machine, value, place);
  return machine.models.isTextType(place.type.name) ? { ...constantValue(''), ref: typed.ref } : typed;
}
