import { createCallView, lastName } from './call-view.ts';
import type { Expression, FunctionCode, Parameter } from './ir.ts';
import type { AppliedArguments, Frame, Machine, PendingFunction } from './machine.ts';
import type { CallView, EntryView, ParameterModel } from './model.ts';
import { allocate, emptyObject, listValue, objectOf } from './objects.ts';
import { readRef } from './read.ts';
import { flattenTo, forkState, joinObjects, mergeInto, writeVariable } from './state.ts';
import { asType } from './types.ts';
import { constantValue, harmless, joinPlain, taintedValue, unknown, type Value } from './value.ts';

/** Evaluates a function's body with given arguments in a state on top of the current one. */
export function applyFunction(machine: Machine, code: FunctionCode, args: AppliedArguments): Value {
  return evaluateBody(machine, code, () => {
    const self = args.self;
    if (code.instance !== undefined && self !== undefined)
      writeVariable(machine.state, code.instance.id, self);
    const [first, ...others] = code.parameters;
    const binds = code.bindsFirst === true && first !== undefined;
    if (binds) machine.assign(first.target, self ?? instanceOf(machine, code));
    const parameters = binds ? others : code.parameters;
    parameters.forEach((parameter, at) => {
      machine.assign(
        parameter.target,
        ofParameter(machine, parameter, argumentFor(machine, parameter, { at, args })),
      );
    });
  });
}

function ofParameter(machine: Machine, { type, target }: Parameter, value: Value): Value {
  return type === undefined ? value : asType(machine, value, { type, start: target.start, end: target.end });
}

function instanceOf(machine: Machine, code: FunctionCode): Value {
  if (code.instance === undefined) return unknown;
  return machine.evaluate({ kind: 'name', start: code.start, end: code.start, variable: code.instance });
}

function argumentFor(
  machine: Machine,
  parameter: Parameter,
  { at, args }: { readonly at: number; readonly args: AppliedArguments },
): Value {
  if (parameter.rest === 'items') return listValue(machine, args.values.slice(at));
  if (parameter.rest === 'fields') return allocate(machine, { ...emptyObject, fields: args.named });
  const given = args.named.get(parameter.name) ?? args.values[at];
  const fallback = parameter.defaultValue;
  if (given === undefined) {
    if (fallback !== undefined) return machine.evaluate(fallback);
    if (parameter.target.kind === 'default') return constantValue(null);
    const spread = args.named.get('**');
    return spread ?? unknown;
  }
  return given;
}

/** Runs a body in a frame of its own and joins all its exits back into the current state. */
function evaluateBody(machine: Machine, code: FunctionCode, bind: () => void): Value {
  const base = machine.state;
  const frame: Frame = { base, code, parent: machine.frame, result: undefined, exits: [], loop: undefined };
  machine.frame = frame;
  machine.state = forkState(base);
  const outer = machine.assignedTo;
  machine.assignedTo = '';
  bind();
  if (machine.run(code.body)) frame.exits.push(machine.state);
  machine.assignedTo = outer;
  machine.state = base;
  machine.frame = frame.parent ?? frame;
  mergeInto(base, frame.exits, machine);
  // What never comes back says nothing of what would.
  return frame.result ?? (frame.exits.length === 0 ? unknown : harmless);
}

/** Notes a `return` in the innermost function. */
export function recordReturn(machine: Machine, value: Value): void {
  const { frame } = machine;
  frame.result = frame.result === undefined ? value : joinReturn(machine, frame.result, value);
  frame.exits.push(flattenTo(machine.state, frame.base));
}

function joinReturn(machine: Machine, a: Value, b: Value): Value {
  const joined = joinPlain(a, b);
  if (a.object === undefined || b.object === undefined || a.object === b.object) return joined;
  const both = joinObjects(objectOf(machine, a), objectOf(machine, b));
  return both === undefined ? joined : allocate(machine, both, joined);
}

/** Evaluates a function as its framework, or a caller nothing is known of, calls it. */
export function enterFunction(
  machine: Machine,
  code: FunctionCode,
  context: {
    readonly passedTo: CallView | undefined;
    readonly firstArgument: Value | undefined;
    readonly bases: readonly string[];
  },
): Value {
  machine.entered.add(code.id);
  let routes: readonly CallView[] = [];
  const result = evaluateBody(machine, code, () => {
    const view: EntryView = {
      code,
      decorators: code.decorators.map(decorator => decoratorView(machine, decorator)),
      passedTo: context.passedTo,
      bases: context.bases,
      parameterDecorators: code.parameters.map(parameter =>
        parameter.decorators.map(decorator => decoratorView(machine, decorator)),
      ),
    };
    routes = view.decorators.filter(
      decorator =>
        decorator.method === 'route' ||
        decorator.ref === undefined ||
        /^(?:get|post|put|delete|patch|GET|POST|PUT|DELETE|PATCH|\w*Mapping|ExceptionHandler)$/.test(
          decorator.method,
        ),
    );
    const models = modelsOf(machine, view);
    const [first, ...others] = code.parameters;
    const binds = code.bindsFirst === true && first !== undefined;
    if (binds) machine.assign(first.target, instanceOf(machine, code));
    (binds ? others : code.parameters).forEach((parameter, at) => {
      const model = models?.[binds ? at + 1 : at];
      const value = parameterValue(machine, parameter, model);
      const { firstArgument } = context;
      const given =
        at === 0 ? firstArgument : at === 1 && firstArgument?.literal === true ? harmless : undefined;
      machine.assign(parameter.target, model === undefined ? (given ?? value) : value);
    });
  });
  if (routes.length > 0) {
    const isPage = routes.some(route => route.arg('response_class')?.ref?.endsWith('HTMLResponse') === true);
    machine.inspectReturn(code, result, isPage ? 'route.html' : 'route.return');
  }
  return result;
}

function modelsOf(machine: Machine, view: EntryView): readonly ParameterModel[] | undefined {
  for (const framework of machine.models.frameworks) {
    const models = framework.entry?.(view);
    if (models !== undefined) return models;
  }
  return undefined;
}

function parameterValue(machine: Machine, parameter: Parameter, model: ParameterModel): Value {
  if (model === undefined && parameter.type !== undefined) return ofParameter(machine, parameter, unknown);
  if (model === undefined)
    return /^(?:number|boolean|int|float|bool|bigint)$/.test(parameter.annotation) ? harmless : unknown;
  if (model === 'harmless') return harmless;
  if ('ref' in model) return readRef(machine, model.ref, parameter.target);
  machine.sourceSeen = true;
  const { start, end } = parameter.target;
  const safe = machine.models.ordinarySafe;
  const value = taintedValue([
    {
      source: {
        key: `parameter:${parameter.name}:${start}`,
        label: model.label,
        remote: true,
        safe,
        start,
        end,
      },
      safe,
      direct: true,
    },
  ]);
  return ofParameter(machine, parameter, value);
}

function decoratorView(machine: Machine, decorator: Expression): CallView {
  const call = decorator.kind === 'call' ? decorator : undefined;
  const callee = call?.callee ?? decorator;
  const target = machine.evaluate(callee);
  const receiver = callee.kind === 'member' ? machine.evaluate(callee.object) : undefined;
  const args = call?.args ?? [];
  return createCallView(machine, {
    call: { callee, args },
    ref: target.ref,
    method: lastName(callee),
    receiver,
    values: args.map(arg => machine.evaluate(arg.value)),
  });
}

/** Evaluates every function not evaluated yet, in the state it was met in. */
export function enterPending(machine: Machine): void {
  // What only this file can call comes last: by then it is known whether it does.
  enterEach(machine, code => isExported(machine, code));
  enterEach(machine, () => true);
}

function enterEach(machine: Machine, chosen: (code: FunctionCode) => boolean): void {
  for (const [id, { code, state, bases }] of machine.pending) {
    if (!chosen(code)) continue;
    machine.pending.delete(id);
    if (machine.entered.has(id)) continue;
    if (machine.called.has(id) && !isExported(machine, code) && code.decorators.length === 0) continue;
    const outer = machine.state;
    machine.state = forkState(state);
    enterFunction(machine, code, { passedTo: undefined, firstArgument: undefined, bases });
    machine.state = outer;
  }
}

function isExported(machine: Machine, code: FunctionCode): boolean {
  if (code.isPrivate === true) return code.decorators.length > 0;
  return code.instance !== undefined || code.exported || machine.program.exports.has(code.name);
}

/** Remembers a function that is defined but not called yet. */
export function postpone(machine: Machine, code: FunctionCode, bases: readonly string[] = []): void {
  const pending: PendingFunction = { code, state: machine.state, bases };
  machine.pending.set(code.id, pending);
}
