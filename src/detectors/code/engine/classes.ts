import { lastName } from './call-view.ts';
import { postpone } from './functions.ts';
import type { ClassCode, FunctionCode } from './ir.ts';
import type { Machine } from './machine.ts';
import { allocate, emptyObject } from './objects.ts';
import { readVariable, writeVariable } from './state.ts';
import { refValue, unknown, type Value } from './value.ts';

/** Evaluates what stands before a class, which may name the class's own constants. */
export function evaluateDecorators(machine: Machine, code: ClassCode): void {
  for (const decorator of code.decorators) machine.evaluate(decorator);
  // What frameworks read from methods, rules may look at too.
  if (machine.program.language !== 'java') return;
  for (const method of code.methods.values()) evaluateOf(machine, method);
}

/** Evaluates what stands before a function. */
export function evaluateOf(machine: Machine, code: FunctionCode): void {
  if (code.decorators.length === 0) return;
  const outer = machine.decorated;
  // Java's methods begin with theirs, and share those of the class.
  const starts = machine.program.language === 'java' ? [] : code.decorators.map(({ start }) => start);
  machine.decorated = { start: Math.min(code.start, ...starts), end: code.end };
  for (const decorator of code.decorators) machine.evaluate(decorator);
  machine.decorated = outer;
}

/** Evaluates a class: its fields make the instance that methods see when nothing is known of theirs. */
export function defineClass(machine: Machine, code: ClassCode): Value {
  const bases = code.bases.map(base => machine.evaluate(base));
  const parent = bases.find(base => base.class !== undefined)?.class;
  if (parent !== undefined) machine.parents.set(code.id, parent);
  const names = bases.map((base, at) => base.ref ?? nameOf(code, at));
  const ref = instanceOf(machine, code, names);
  const value = ref === undefined ? unknown : refValue(ref);
  const instance = allocate(machine, { ...emptyObject, class: code }, value);
  writeVariable(machine.state, code.instance.id, instance);
  machine.run(code.fields);
  machine.inspectClass(code);
  for (const method of code.methods.values()) postpone(machine, method, names);
  return { ...unknown, class: code };
}

/** What a framework calls the instances of a class, by its bases or those of its parents in this file. */
function instanceOf(machine: Machine, code: ClassCode, names: readonly string[]): string | undefined {
  for (const framework of machine.models.frameworks) {
    const ref = framework.instance?.(names);
    if (ref !== undefined) return ref;
  }
  const parent = machine.parents.get(code.id);
  return parent === undefined ? undefined : readVariable(machine.state, parent.instance.id)?.ref;
}

function nameOf(code: ClassCode, at: number): string {
  const base = code.bases[at];
  return base === undefined ? '' : lastName(base);
}
