import type { ClassCode, Expression, FunctionCode, Program } from './ir.ts';
import type { AppliedArguments, Machine } from './machine.ts';
import { allocate, deepTaints, emptyObject, objectOf } from './objects.ts';
import type { ResolvedCall } from './resolved-call.ts';
import { type HeapObject, readVariable } from './state.ts';
import { unknown, type Value } from './value.ts';

/** Deepest chain of calls followed into the file's own functions. */
const maxInlining = 5;
/** Most arguments of a call whose result is remembered. */
const maxRemembered = 8;

/** A function or class of this file: evaluated with the actual arguments. */
export function ownFunction(machine: Machine, resolved: ResolvedCall): Value | undefined {
  const { target } = resolved;
  if (target.class === undefined && target.code === undefined) return undefined;
  const { values, named } = argumentsOf(machine, resolved);
  if (target.class !== undefined && machine.program.language === 'go')
    return madeOf(machine, target.class, values[0]);
  if (target.class !== undefined) {
    const { methods } = target.class;
    const code =
      methods.get(`constructor/${values.length}`) ?? methods.get('constructor') ?? methods.get('__init__');
    const instance = madeOf(machine, target.class, undefined);
    if (code !== undefined && canInline(machine, code.id))
      machine.apply(code, { values, named, self: instance });
    return instance;
  }
  const { code } = target;
  if (code === undefined || !canInline(machine, code.id)) return undefined;
  machine.called.add(code.id);
  const self = code.instance === undefined ? undefined : resolved.receiver;
  return applied(machine, code, { values, named, ...(self === undefined ? {} : { self }) });
}

function argumentsOf(
  machine: Machine,
  { call, values }: ResolvedCall,
): { readonly values: readonly Value[]; readonly named: ReadonlyMap<string, Value> } {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  call.args.forEach((argument, at) => {
    const value = values[at] ?? unknown;
    if (argument.name !== undefined) named.set(argument.name, value);
    else if (argument.spread === true) positional.push(...(objectOf(machine, value)?.items ?? [value]));
    else positional.push(value);
  });
  return { values: positional, named };
}

/** A new instance: what is not given (in Go, by the literal) is what the class says. */
function madeOf(machine: Machine, code: ClassCode, record: Value | undefined): Value {
  const given = record === undefined ? undefined : objectOf(machine, record);
  const declared = objectOf(machine, readVariable(machine.state, code.instance.id) ?? unknown);
  const fields = new Map([...(declared?.fields ?? []), ...(given?.fields ?? [])]);
  return allocate(machine, { ...emptyObject, fields, rest: given?.rest, class: code });
}

/**
 * A call that meets no untrusted data gives the same each time: what tells such calls apart is only what they are
 * given. Its result is remembered, and whatever it reports has been reported.
 */
function applied(machine: Machine, code: FunctionCode, args: AppliedArguments): Value {
  const quiet = quietKey(machine, code.id, args);
  const clean = quiet ?? cleanKey(machine, code, args);
  const known = clean === undefined ? undefined : machine.quietResults.get(clean);
  if (known !== undefined && (quiet !== undefined || isHere(machine, known))) return known;
  const { taintsMet } = machine;
  const result = machine.apply(code, args);
  if (clean === undefined) return result;
  if (quiet === undefined ? machine.taintsMet === taintsMet : !machine.sourceSeen)
    machine.quietResults.set(clean, result);
  return result;
}

function isHere(machine: Machine, value: Value): boolean {
  return value.object === undefined || objectOf(machine, value) !== undefined;
}

/** Tells calls apart before any untrusted data was met. Undefined when the call must be evaluated. */
function quietKey(machine: Machine, id: number, args: AppliedArguments): string | undefined {
  return machine.sourceSeen ? undefined : keyOf(id, args, plainPart);
}

/**
 * Tells calls apart later on: nothing untrusted goes in or stands where the function could read it since, and the
 * objects are the same. Only for functions that see no variables of another.
 */
function cleanKey(machine: Machine, code: FunctionCode, args: AppliedArguments): string | undefined {
  if (!machine.sourceSeen || !machine.outermost.has(code.id)) return undefined;
  const receiver = args.self === undefined ? '' : cleanPart(machine, args.self);
  if (receiver === undefined) return undefined;
  const key = keyOf(code.id, args, value => cleanPart(machine, value));
  return key === undefined ? undefined : `${machine.taintsKept}/${receiver}/${key}`;
}

function keyOf(
  id: number,
  args: AppliedArguments,
  partOf: (value: Value) => string | undefined,
): string | undefined {
  if (args.values.length > maxRemembered) return undefined;
  let key = `${id}|${[...args.named.keys()].join()}`;
  for (const values of [args.values, args.named.values()]) {
    for (const value of values) {
      const part = partOf(value);
      if (part === undefined) return undefined;
      key += `|${part}`;
    }
  }
  return key;
}

function plainPart(value: Value): string | undefined {
  if (value.code !== undefined || value.class !== undefined) return undefined;
  const { constant, ref = '', literal, composed } = value;
  return `${typeof constant}:${String(constant).slice(0, 100)}:${ref}:${literal}${composed}`;
}

function cleanPart(machine: Machine, value: Value): string | undefined {
  if (value.taints.length > 0 || value.chosenBy.length > 0) return undefined;
  const part = plainPart(value);
  const object = objectOf(machine, value);
  if (part === undefined || object === undefined) return part;
  return deepTaints(machine, value).length > 0 ? undefined : `${part}#${numberOf(machine, object)}`;
}

/** Objects are never changed in place: a number stands for one and what it holds. */
function numberOf(machine: Machine, object: HeapObject): number {
  const known = machine.objectNumbers.get(object);
  if (known !== undefined) return known;
  const number = machine.nextId();
  machine.objectNumbers.set(object, number);
  return number;
}

/** Whether a call into one of the file's own functions is followed. */
export function canInline(machine: Machine, id: number): boolean {
  if (machine.steps > machine.maxSteps) return false;
  let depth = 0;
  let repeated = 0;
  for (
    let frame: typeof machine.frame | undefined = machine.frame;
    frame !== undefined;
    frame = frame.parent
  ) {
    // Once more into a function that calls itself shows what the recursion does.
    if (frame.code?.id === id && ++repeated > 1) return false;
    if (++depth > maxInlining) return false;
  }
  return true;
}

/** The functions of a file that stand in no other: what they read from around them is the file's own. */
export function outermostFunctions(program: Program): ReadonlySet<number> {
  const found = new Set<number>();
  const addClass = (code: ClassCode): void => {
    for (const method of code.methods.values()) found.add(method.id);
  };
  const add = (expression: Expression): void => {
    if (expression.kind === 'function') found.add(expression.function.id);
    else if (expression.kind === 'class') addClass(expression.class);
    else if (expression.kind === 'assign') add(expression.value);
  };
  for (const statement of program.body) {
    if (statement.kind === 'function') found.add(statement.function.id);
    else if (statement.kind === 'class') addClass(statement.class);
    else if (statement.kind === 'expression') add(statement.expression);
  }
  return found;
}
