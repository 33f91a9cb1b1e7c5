import { lastName } from './call-view.ts';
import { postpone } from './functions.ts';
import type { ClassCode } from './ir.ts';
import type { Machine } from './machine.ts';
import { allocate, emptyObject } from './objects.ts';
import { writeVariable } from './state.ts';
import { unknown, type Value } from './value.ts';

/** Evaluates what stands before a class, which may name the class's own constants. */
export function evaluateDecorators(machine: Machine, code: ClassCode): void {
  for (const decorator of code.decorators) machine.evaluate(decorator);
  // What frameworks read from methods, rules may look at too.
  if (machine.program.language !== 'java') return;
  for (const method of code.methods.values())
    for (const decorator of method.decorators) machine.evaluate(decorator);
}

/** Evaluates a class: its fields make the instance that methods see when nothing is known of theirs. */
export function defineClass(machine: Machine, code: ClassCode): Value {
  const bases = code.bases.map(base => machine.evaluate(base));
  const parent = bases.find(base => base.class !== undefined)?.class;
  if (parent !== undefined) machine.parents.set(code.id, parent);
  const instance = allocate(machine, { ...emptyObject, class: code });
  writeVariable(machine.state, code.instance.id, instance);
  machine.run(code.fields);
  const names = bases.map((base, at) => base.ref ?? nameOf(code, at));
  for (const method of code.methods.values()) postpone(machine, method, names);
  return { ...unknown, class: code };
}

function nameOf(code: ClassCode, at: number): string {
  const base = code.bases[at];
  return base === undefined ? '' : lastName(base);
}
