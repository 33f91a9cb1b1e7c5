import { absorb, placeOf, pour } from './assign.ts';
import { createCallView, type EvaluatedCall, lastName } from './call-view.ts';
import type { Call, ClassCode, Expression } from './ir.ts';
import type { AppliedArguments, Machine } from './machine.ts';
import { callMethod } from './methods.ts';
import type { CallView } from './model.ts';
import { allocate, deepTaints, emptyObject, isLiteral, joinAll, objectOf } from './objects.ts';
import { methodOf, readMember, readRef } from './read.ts';
import { sanitize } from './sanitizing.ts';
import { readVariable } from './state.ts';
import { derivedTaints, harmless, joinTaints, refValue, unknown, type Value } from './value.ts';

/** Deepest chain of calls followed into the file's own functions. */
const maxInlining = 5;

/** Evaluates a call: reports what reaches sinks, then finds out what it returns. */
export function evaluateCall(machine: Machine, call: Call): Value {
  const { callee } = call;
  const receiver = callee.kind === 'member' ? machine.evaluate(callee.object) : undefined;
  const target =
    callee.kind === 'member' && receiver !== undefined
      ? (overload(machine, receiver, call) ?? readMember(machine, receiver, callee.property, callee))
      : machine.evaluate(callee);
  const outer = machine.assignedTo;
  const values = call.args.map(argument => {
    machine.assignedTo = argument.name ?? outer;
    return machine.evaluate(argument.value);
  });
  machine.assignedTo = outer;
  const method = lastName(callee);
  const evaluated: EvaluatedCall = { call, ref: target.ref, method, receiver, values };
  const view = createCallView(machine, evaluated);
  machine.inspect(view, call);
  return resultOf(machine, { ...evaluated, view, target, span: call });
}

/** Of methods with one name, Java calls the one with as many parameters; lowering names the others by theirs. */
function overload(machine: Machine, receiver: Value, { callee, args }: Call): Value | undefined {
  if (machine.program.language !== 'java' || callee.kind !== 'member') return undefined;
  const own = objectOf(machine, receiver)?.class ?? receiver.class;
  const code = methodOf(machine, own, `${callee.property}/${args.length}`);
  return code === undefined ? undefined : { ...unknown, code, object: receiver.object };
}

type Resolved = EvaluatedCall & {
  readonly view: CallView;
  readonly target: Value;
  readonly span: { readonly start: number; readonly end: number };
};

function resultOf(machine: Machine, resolved: Resolved): Value {
  const { ref, method, view, target, receiver, values, call } = resolved;
  const local = ownFunction(machine, resolved);
  if (local !== undefined) return local;
  if (ref === 'require' || (ref === 'import' && call.args.length === 1))
    return requireModule(machine, values[0]);
  if (machine.models.passThrough(ref, method).length > 0) return values[0] ?? unknown;
  const callbacks = runCallbacks(machine, resolved);
  if (isSetter(machine, resolved)) return harmless;
  const filled = fillArguments(machine, resolved);
  if (filled) return { ...harmless, ref: ref === undefined ? undefined : `${ref}()` };
  const special = callMethod(machine, {
    view,
    receiver,
    values,
    method,
    callbacks,
    place: receiverPlace(resolved),
  });
  if (special !== undefined) return special;
  if (call.isNew === true && machine.program.language === 'go' && values[0]?.object !== undefined)
    return { ...values[0], ref: ref === undefined ? undefined : `${ref}()` };
  const sourced = ref === undefined ? unknown : ofKey(readRef(machine, `${ref}()`, resolved.span), values[0]);
  if (sourced.taints.length > 0 && target.taints.length === 0) return sourced;
  if (machine.models.harmless(ref, method).length > 0) return { ...harmless, ref: sourced.ref };
  const result = propagate(machine, { ...resolved, callbacks, result: sourced });
  return sanitize(machine, view, result);
}

/** Inputs that a call reads by name are as many as there are names. */
function ofKey(value: Value, name: Value | undefined): Value {
  if (value.taints.length === 0 || typeof name?.constant !== 'string') return value;
  const key = name.constant;
  return {
    ...value,
    taints: value.taints.map(taint => ({
      ...taint,
      source: { ...taint.source, key: `${taint.source.key}:${key}` },
    })),
  };
}

/** `object.setName(value)` on something from outside sets a property, which models can look at later. */
function isSetter(machine: Machine, { method, values, receiver, call, view, span }: Resolved): boolean {
  const [value] = values;
  const isNamed = machine.program.language === 'java' && /^set[A-Z]/.test(method) && values.length === 1;
  if (!isNamed || value === undefined || receiver === undefined || call.callee.kind !== 'member')
    return false;
  if (receiver.ref !== undefined && machine.models.isTextType(receiver.ref.slice(0, -2))) return false;
  if (placeOf(call.callee.object) === undefined || view.ref === undefined) return false;
  const property = `${method.charAt(3).toLowerCase()}${method.slice(4)}`;
  const target = {
    kind: 'member' as const,
    start: span.start,
    end: span.end,
    object: call.callee.object,
    property,
  };
  machine.assign(target, value);
  return true;
}

/** Lets what a call reads flow into the arguments it stores it in; tells whether it is such a call. */
function fillArguments(machine: Machine, { ref, method, view, call, span }: Resolved): boolean {
  const fills = machine.models.fills(ref, method).filter(fill => fill.when?.(view) ?? true);
  for (const { from, into } of fills) {
    const value = from === 'result' ? readRef(machine, `${ref ?? ''}()`, span) : (view.arg(from) ?? unknown);
    const taints = derivedTaints(deepTaints(machine, value));
    const target = call.args[into];
    const holder = view.arg(into);
    if (taints.length === 0 || target === undefined || holder === undefined) continue;
    pour(machine, placeOf(target.value), holder, taints);
  }
  return fills.length > 0;
}

function receiverPlace({ call }: Resolved) {
  return call.callee.kind === 'member' ? placeOf(rootOf(call.callee.object)) : undefined;
}

/** What a chain of calls such as `builder.append(a).append(b)` is about, in Java. */
function rootOf(expression: Expression): Expression {
  let at = expression;
  while (at.kind === 'call' && at.callee.kind === 'member' && fluent.has(at.callee.property))
    at = at.callee.object;
  return at;
}

const fluent: ReadonlySet<string> = new Set(['append', 'insert']);

/** A function or class of this file: evaluated with the actual arguments. */
function ownFunction(machine: Machine, resolved: Resolved): Value | undefined {
  const { target, receiver, call, values } = resolved;
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  call.args.forEach((argument, at) => {
    const value = values[at] ?? unknown;
    if (argument.name !== undefined) named.set(argument.name, value);
    else if (argument.spread === true) positional.push(...(objectOf(machine, value)?.items ?? [value]));
    else positional.push(value);
  });
  if (target.class !== undefined && machine.program.language === 'go')
    return madeOf(machine, target.class, positional[0]);
  if (target.class !== undefined) {
    const { methods } = target.class;
    const code =
      methods.get(`constructor/${positional.length}`) ??
      methods.get('constructor') ??
      methods.get('__init__');
    const instance = madeOf(machine, target.class, undefined);
    if (code !== undefined && canInline(machine, code.id))
      machine.apply(code, { values: positional, named, self: instance });
    return instance;
  }
  if (target.code === undefined || !canInline(machine, target.code.id)) return undefined;
  machine.called.add(target.code.id);
  const self = target.code.instance === undefined ? undefined : receiver;
  const args = { values: positional, named, ...(self === undefined ? {} : { self }) };
  const key = quietKey(machine, target.code.id, args);
  const known = key === undefined ? undefined : machine.quietResults.get(key);
  if (known !== undefined) return known;
  const result = machine.apply(target.code, args);
  if (key !== undefined && !machine.sourceSeen) machine.quietResults.set(key, result);
  return result;
}

/** A new instance: what is not given (in Go, by the literal) is what the class says. */
function madeOf(machine: Machine, code: ClassCode, record: Value | undefined): Value {
  const given = record === undefined ? undefined : objectOf(machine, record);
  const declared = objectOf(machine, readVariable(machine.state, code.instance.id) ?? unknown);
  const fields = new Map([...(declared?.fields ?? []), ...(given?.fields ?? [])]);
  return allocate(machine, { ...emptyObject, fields, rest: given?.rest, class: code });
}

/**
 * While no untrusted data has been met, a call with the same constants gives the same: what tells calls apart
 * then is only what they are given. Undefined when the call must be evaluated.
 */
function quietKey(machine: Machine, id: number, args: AppliedArguments): string | undefined {
  if (machine.sourceSeen || args.values.length > 8) return undefined;
  const parts = [...args.values, ...args.named.values()].map(value =>
    value.code !== undefined || value.class !== undefined
      ? undefined
      : `${typeof value.constant}:${String(value.constant).slice(0, 100)}:${value.ref ?? ''}:${value.literal}${value.composed}`,
  );
  return parts.includes(undefined) ? undefined : `${id}|${[...args.named.keys()].join()}|${parts.join('|')}`;
}

function canInline(machine: Machine, id: number): boolean {
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

function requireModule(machine: Machine, argument: Value | undefined): Value {
  if (typeof argument?.constant !== 'string') return unknown;
  const module = argument.constant.replace(/^node:/, '');
  machine.imports.add(module);
  return refValue(machine.models.aliases.get(module) ?? module);
}

const elementMethods: ReadonlySet<string> = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'flatMap',
  'then',
  'mapSeries',
]);

/** Functions handed to a call are taken to be called by it, there and then. */
function runCallbacks(machine: Machine, resolved: Resolved): readonly Value[] {
  const { values, method, receiver, view } = resolved;
  return values.flatMap(value => {
    if (value.code === undefined || !canInline(machine, value.code.id)) return [];
    const first =
      receiver !== undefined && elementMethods.has(method)
        ? method === 'then'
          ? receiver
          : elementFor(machine, receiver, resolved)
        : undefined;
    return [machine.enter(value.code, view, first)];
  });
}

function elementFor(machine: Machine, receiver: Value, resolved: Resolved): Value {
  const object = objectOf(machine, receiver);
  if (object === undefined) return readMember(machine, { ...receiver, ref: undefined }, '[]', resolved.span);
  const parts = [...(object.items ?? []), ...(object.rest === undefined ? [] : [object.rest])];
  const joined = joinAll(parts);
  return joined === undefined ? unknown : { ...joined, constant: undefined };
}

/** Methods whose arguments end up in the receiver. */
const storing: ReadonlySet<string> = new Set([
  'append',
  'add',
  'push',
  'unshift',
  'insert',
  'write',
  'put',
  'set',
  'extend',
  'update',
  'addAll',
  'concat_ws',
  'appendleft',
  'setdefault',
  'writelines',
  'offer',
  'addLast',
  'addFirst',
  'WriteString',
]);

/** Nothing is known of the function: what goes in comes out. */
function propagate(
  machine: Machine,
  resolved: Resolved & { readonly callbacks: readonly Value[]; readonly result: Value },
): Value {
  const { values, receiver, method, target, result, callbacks } = resolved;
  const plain = values.filter(value => value.code === undefined);
  let taints = derivedTaints(receiver?.taints ?? target.taints);
  if (receiver?.object !== undefined)
    taints = joinTaints(taints, derivedTaints(deepTaints(machine, receiver)));
  for (const value of plain) taints = joinTaints(taints, derivedTaints(deepTaints(machine, value)));
  for (const value of callbacks) taints = joinTaints(taints, derivedTaints(deepTaints(machine, value)));
  const place = receiverPlace(resolved);
  if (storing.has(method) && receiver !== undefined) absorb(machine, place, receiver, plain);
  // A module is no input of its functions.
  const isModule =
    receiver?.ref !== undefined && receiver.object === undefined && receiver.taints.length === 0;
  const inputs = receiver === undefined || isModule ? plain : [receiver, ...plain];
  // What Java makes of a constant alone, such as an enumeration's name, is constant.
  const isOfConstant =
    machine.program.language === 'java' && receiver?.literal === true && values.length === 0;
  const pure = inputs.length > 0 && (isOfConstant || pureMethods.has(method));
  return {
    ...result,
    taints,
    literal: pure && inputs.every(input => isLiteral(machine, input)),
    composed: textMethods.has(method) && inputs.some(input => input.composed),
  };
}

/** Functions whose result is constant when what goes in is. */
const pureMethods: ReadonlySet<string> = new Set([
  'toString',
  'String',
  'str',
  'trim',
  'strip',
  'lower',
  'upper',
  'toLowerCase',
  'toUpperCase',
  'join',
  'resolve',
  'replace',
  'replaceAll',
  'slice',
  'substring',
  'encode',
  'decode',
  'from',
  'bytes',
  'Path',
  'URL',
  'repeat',
  'concat',
  'freeze',
  'dumps',
  'dedent',
  'text',
  'rstrip',
  'lstrip',
  'abspath',
  'dirname',
  'basename',
  'normalize',
  'padStart',
  'fileURLToPath',
]);
const textMethods: ReadonlySet<string> = new Set([
  'toString',
  'String',
  'str',
  'trim',
  'strip',
  'join',
  'replace',
  'concat',
  'encode',
  'text',
  'dedent',
  'rstrip',
]);
