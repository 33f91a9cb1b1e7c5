import { placeOf, pour } from './assign.ts';
import { lastName, seenCall } from './call-view.ts';
import type { Call } from './ir.ts';
import type { Machine } from './machine.ts';
import { callMethod } from './methods.ts';
import { deepTaints, joinAll, objectOf } from './objects.ts';
import { canInline, ownFunction } from './own-functions.ts';
import { propagate } from './propagate.ts';
import { methodOf, readMember, readRef } from './read.ts';
import { type ResolvedCall, receiverPlace } from './resolved-call.ts';
import { answersOnItsOwn, sanitize } from './sanitizing.ts';
import { derivedTaints, harmless, refValue, unknown, type Value } from './value.ts';

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
  const seen = seenCall(machine, { call, ref: target.ref, method, receiver, values });
  machine.inspect(seen, call);
  return resultOf(machine, { ...seen, target, span: call });
}

/** Of methods with one name, Java calls the one with as many parameters; lowering names the others by theirs. */
function overload(machine: Machine, receiver: Value, { callee, args }: Call): Value | undefined {
  if (machine.program.language !== 'java' || callee.kind !== 'member') return undefined;
  const own = objectOf(machine, receiver)?.class ?? receiver.class;
  const code = methodOf(machine, own, `${callee.property}/${args.length}`);
  return code === undefined ? undefined : { ...unknown, code, object: receiver.object };
}

function resultOf(machine: Machine, resolved: ResolvedCall): Value {
  const { ref, method, target, values, call } = resolved;
  const local = ownFunction(machine, resolved);
  if (local !== undefined) return local;
  if (ref === 'require' || (ref === 'import' && call.args.length === 1))
    return requireModule(machine, values[0]);
  if (machine.models.passThrough(ref, method).length > 0) return values[0] ?? unknown;
  const callbacks = runCallbacks(machine, resolved);
  if (isSetter(machine, resolved)) return harmless;
  const filled = fillArguments(machine, resolved);
  if (filled) return { ...harmless, ref: ref === undefined ? undefined : `${ref}()` };
  const special = callMethod(machine, { ...resolved, callbacks, place: receiverPlace(resolved) });
  if (special !== undefined) return special;
  if (call.isNew === true && machine.program.language === 'go' && values[0]?.object !== undefined)
    return { ...values[0], ref: ref === undefined ? undefined : `${ref}()` };
  const sourced = ref === undefined ? unknown : ofKey(readRef(machine, `${ref}()`, resolved.span), values[0]);
  const isSource = ref !== undefined && machine.models.sources.has(`${ref}()`);
  if (sourced.taints.length > 0 && (isSource || target.taints.length === 0)) return sourced;
  if (machine.models.harmless(ref, method).length > 0) return { ...harmless, ref: sourced.ref };
  const result = propagate(machine, { ...resolved, callbacks, result: sourced });
  if (result.taints.length > 0 && answersOnItsOwn(machine, resolved)) return { ...result, taints: [] };
  return sanitize(machine, resolved, result);
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
function isSetter(machine: Machine, { method, values, receiver, call, ref, span }: ResolvedCall): boolean {
  const [value] = values;
  const isNamed = machine.program.language === 'java' && /^set[A-Z]/.test(method) && values.length === 1;
  if (!isNamed || value === undefined || receiver === undefined || call.callee.kind !== 'member')
    return false;
  if (receiver.ref !== undefined && machine.models.isTextType(receiver.ref.slice(0, -2))) return false;
  if (placeOf(call.callee.object) === undefined || ref === undefined) return false;
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
function fillArguments(machine: Machine, { ref, method, view, call, span }: ResolvedCall): boolean {
  const known = machine.models.fills(ref, method);
  if (known.length === 0) return false;
  const fills = known.filter(fill => fill.when?.(view()) ?? true);
  for (const { from, into } of fills) {
    const value =
      from === 'result' ? readRef(machine, `${ref ?? ''}()`, span) : (view().arg(from) ?? unknown);
    const taints = derivedTaints(deepTaints(machine, value));
    const target = call.args[into];
    const holder = view().arg(into);
    if (taints.length === 0 || target === undefined || holder === undefined) continue;
    pour(machine, placeOf(target.value), holder, taints);
  }
  return fills.length > 0;
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
function runCallbacks(machine: Machine, resolved: ResolvedCall): readonly Value[] {
  const { values, method, receiver, view } = resolved;
  return values.flatMap(value => {
    if (value.code === undefined || !canInline(machine, value.code.id)) return [];
    const first =
      receiver !== undefined && elementMethods.has(method)
        ? method === 'then'
          ? receiver
          : elementFor(machine, receiver, resolved)
        : undefined;
    return [machine.enter(value.code, view(), first)];
  });
}

function elementFor(machine: Machine, receiver: Value, resolved: ResolvedCall): Value {
  const object = objectOf(machine, receiver);
  if (object === undefined) return readMember(machine, { ...receiver, ref: undefined }, '[]', resolved.span);
  const parts = [...(object.items ?? []), ...(object.rest === undefined ? [] : [object.rest])];
  const joined = joinAll(parts);
  return joined === undefined ? unknown : { ...joined, constant: undefined };
}
