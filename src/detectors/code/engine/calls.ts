import { absorb, placeOf } from './assign.ts';
import { createCallView, type EvaluatedCall, lastName } from './call-view.ts';
import type { Call } from './ir.ts';
import type { AppliedArguments, Machine } from './machine.ts';
import { callMethod } from './methods.ts';
import type { CallView } from './model.ts';
import { normalisedBit } from './model-index.ts';
import { allocate, deepTaints, emptyObject, isLiteral, joinAll, objectOf } from './objects.ts';
import { readMember, readRef } from './read.ts';
import { derivedTaints, harmless, joinTaints, refValue, unknown, type Value, withSafe } from './value.ts';

/** Deepest chain of calls followed into the file's own functions. */
const maxInlining = 5;

/** Evaluates a call: reports what reaches sinks, then finds out what it returns. */
export function evaluateCall(machine: Machine, call: Call): Value {
  const { callee } = call;
  const receiver = callee.kind === 'member' ? machine.evaluate(callee.object) : undefined;
  const target =
    callee.kind === 'member' && receiver !== undefined
      ? readMember(machine, receiver, callee.property, callee)
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
  const special = callMethod(machine, {
    view,
    receiver,
    values,
    method,
    callbacks,
    place: receiverPlace(resolved),
  });
  if (special !== undefined) return special;
  const sourced = ref === undefined ? unknown : readRef(machine, `${ref}()`, resolved.span);
  if (sourced.taints.length > 0 && target.taints.length === 0) return sourced;
  if (machine.models.harmless(ref, method).length > 0) return { ...harmless, ref: sourced.ref };
  const result = propagate(machine, { ...resolved, callbacks, result: sourced });
  return sanitize(machine, view, result);
}

function receiverPlace({ call }: Resolved) {
  return call.callee.kind === 'member' ? placeOf(call.callee.object) : undefined;
}

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
  if (target.class !== undefined) {
    const code = target.class.methods.get('constructor') ?? target.class.methods.get('__init__');
    const instance = allocate(machine, { ...emptyObject, class: target.class });
    if (code !== undefined && canInline(machine, code.id)) {
      machine.apply(code, { values: positional, named, self: instance });
      // An exception or a thrown error keeps what it was made from.
    }
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
  const pure = inputs.length > 0 && pureMethods.has(method);
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

/** Names that promise to make data safe, of functions that are not in this file. */
const promising = /sanit|escap|purif|quote|clean|safe|valid|allow|whitelist|normaliz|encode/i;

/** Functions whose result is a path without `..`. */
const normalisers: ReadonlySet<string> = new Set([
  'path.resolve',
  'path.normalize',
  'path.join',
  'path.relative',
  'fs.realpathSync',
  'fs.realpath',
  'os.path.abspath',
  'os.path.realpath',
  'os.path.normpath',
  'os.path.relpath',
]);

/** Applies the models of sanitizers, and trusts a promising name of a function that cannot be seen. */
function sanitize(machine: Machine, view: CallView, value: Value): Value {
  if (value.taints.length === 0) return value;
  const resolves = normalisers.has(view.ref ?? '') || (view.method === 'resolve' && view.count === 0);
  if (resolves) return withSafe(value, normalisedBit);
  let bits = 0;
  for (const { bit, sanitizer } of machine.models.sanitizers(view.ref, view.method)) {
    if (sanitizer.when?.(view) ?? true) bits |= bit;
  }
  if (bits !== 0) return withSafe(value, bits);
  const isForeign = view.receiver === undefined || view.receiver.taints.length === 0;
  return isForeign && promising.test(view.method) ? withSafe(value, promisedBits(machine, view)) : value;
}

const promises: readonly (readonly [RegExp, readonly string[]])[] = [
  [/html|xss|dom|markup/i, ['xss']],
  [/sql|identifier|literal/i, ['sql-injection']],
  [/shell|cmd|command/i, ['command-injection']],
  [/path|file/i, ['path-traversal', 'zip-slip']],
  [/ur[il]|redirect|host/i, ['open-redirect', 'ssrf']],
  [/regex|pattern/i, ['regex-injection']],
  [/ldap|dn/i, ['ldap-injection']],
  [/xpath/i, ['xpath-injection']],
  [/xml/i, ['xss', 'xpath-injection']],
  [/log/i, ['log-injection']],
];

/** What a name promises: one kind of safety when it names one, all when it only says "sanitize". */
function promisedBits(machine: Machine, view: CallView): number {
  const name = `${view.ref ?? ''} ${view.method}`;
  if (/^encode|decode|unescap|unquote|unsafe|invalid/i.test(view.method)) return 0;
  const kinds = promises.filter(([pattern]) => pattern.test(name)).flatMap(([, rules]) => rules);
  if (kinds.length > 0) return kinds.reduce((bits, rule) => bits | machine.models.bitOf(rule), 0);
  return -1;
}
