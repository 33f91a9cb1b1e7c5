import { createCallView, lastName, type SeenCall } from './call-view.ts';
import type { Call, ClassCode, FunctionCode, Statement, Target } from './ir.ts';
import type { Hit, Machine } from './machine.ts';
import type { ArgumentPosition, CallView } from './model.ts';
import { fits, type RuleCheck, type RuleSink } from './model-index.ts';
import { deepTaints, isComposed, isLiteral, liveTaints, objectOf } from './objects.ts';
import type { Value } from './value.ts';

/** Reports what untrusted data, or an unsafe option, a call receives. */
export function inspectCall(machine: Machine, { ref, method, view, call }: SeenCall, span: Call): void {
  for (const found of machine.models.sinks(ref, method)) inspectSink(machine, { view: view(), found, span });
  for (const found of machine.models.checks(ref, method))
    inspectCheck(machine, { view: view(), found, span });
  // Python makes instances by calling the class, which is capitalised.
  const isMade = call.isNew === true || (machine.program.language === 'python' && /^[A-Z]/.test(method));
  if (!isMade) return;
  for (const found of machine.models.checks('new()', ''))
    inspectCheck(machine, { view: view(), found, span });
}

/** The same for a write to a property. */
export function inspectPropertyWrite(
  machine: Machine,
  target: Extract<Target, { kind: 'member' }>,
  value: Value,
): void {
  const receiver = machine.models.writeSinks(undefined, target.property);
  const checks = machine.models.writeChecks(undefined, target.property);
  const holder = machine.evaluate(target.object);
  const ref = holder.ref === undefined ? undefined : `${holder.ref}.${target.property}`;
  const sinks = ref === undefined ? receiver : machine.models.writeSinks(ref, target.property);
  const all = ref === undefined ? checks : machine.models.writeChecks(ref, target.property);
  if (sinks.length === 0 && all.length === 0) return;
  const view = createCallView(machine, {
    call: { callee: target, args: [{ value: target.object }] },
    ref,
    method: target.property,
    receiver: holder,
    values: [value],
  });
  for (const found of sinks) inspectSink(machine, { view, found, span: target });
  for (const found of all) inspectCheck(machine, { view, found, span: target });
}

/** The same for a class, which rules judge by its text, `chain`. */
export function inspectClass(machine: Machine, code: ClassCode): void {
  const checks = machine.models.checks('class()', '');
  if (checks.length === 0) return;
  const callee = { kind: 'constant' as const, start: code.start, end: code.start, value: null };
  const view = createCallView(machine, {
    call: { callee, args: [] },
    ref: 'class()',
    method: code.name,
    receiver: undefined,
    values: [],
  });
  const chain = machine.text.slice(code.start, Math.min(code.end, code.start + 4000));
  for (const found of checks) inspectCheck(machine, { view: { ...view, chain }, found, span: code });
}

/** The same for the value a decorated route returns: `route.return`, or `route.html` where it is a page. */
export function inspectRouteReturn(
  machine: Machine,
  code: FunctionCode,
  { value, as }: { readonly value: Value; readonly as: 'route.return' | 'route.html' },
): void {
  const sinks = machine.models.sinks(as, '');
  if (sinks.length === 0) return;
  const place = lastReturn(code.body) ?? code;
  // `return body, status` answers with the first.
  const first = objectOf(machine, value)?.items?.[0] ?? value;
  const callee = { kind: 'constant' as const, start: place.start, end: place.end, value: null };
  const view = createCallView(machine, {
    call: { callee, args: [{ value: callee }] },
    ref: as,
    method: 'return',
    receiver: undefined,
    values: [first],
  });
  for (const found of sinks) inspectSink(machine, { view, found, span: place });
}

function lastReturn(body: readonly Statement[]): Statement | undefined {
  return body.findLast(statement => statement.kind === 'return');
}

/** The same for a write to a variable: settings are often plain names. */
export function inspectVariableWrite(
  machine: Machine,
  target: Extract<Target, { kind: 'variable' }>,
  value: Value,
): void {
  const { name } = target.variable;
  const checks = machine.models.writeChecks(name, '');
  if (checks.length === 0) return;
  const callee = { kind: 'name' as const, start: target.start, end: target.end, variable: target.variable };
  const view = createCallView(machine, {
    call: { callee, args: [{ value: callee }] },
    ref: name,
    method: name,
    receiver: undefined,
    values: [value],
  });
  for (const found of checks) inspectCheck(machine, { view, found, span: target });
}

/**
 * The same for a write under a key: `index.<key>` for settings, `index.headers` for headers (key and value), and
 * `index.nested` for a property of what another key chose.
 */
export function inspectIndexWrite(
  machine: Machine,
  target: Extract<Target, { kind: 'index' }>,
  value: Value,
): void {
  const key = machine.evaluate(target.index);
  const checks =
    typeof key.constant === 'string' ? machine.models.writeChecks(`index.${key.constant}`, '') : [];
  const headers = /^(?:headers|response|resp)$/.test(lastName(target.object))
    ? machine.models.sinks('index.headers', '')
    : [];
  const nested = machine.models.sinks('index.nested', '');
  if (checks.length === 0 && headers.length === 0 && nested.length === 0) return;
  const view = (ref: string, values: readonly Value[]): CallView =>
    createCallView(machine, {
      call: { callee: target.object, args: values.map(() => ({ value: target.index })) },
      ref,
      method: lastName(target.object),
      receiver: undefined,
      values,
    });
  for (const found of checks)
    inspectCheck(machine, { view: view(`index.${String(key.constant)}`, [value]), found, span: target });
  for (const found of headers)
    inspectSink(machine, { view: view('index.headers', [key, value]), found, span: target });
  if (nested.length === 0 || key.constant !== undefined) return;
  const { chosenBy } = machine.evaluate(target.object);
  if (chosenBy.length === 0) return;
  for (const found of nested)
    inspectSink(machine, {
      view: view('index.nested', [{ ...value, taints: chosenBy, object: undefined }]),
      found,
      span: target,
    });
}

type Place = { readonly view: CallView; readonly span: { readonly start: number; readonly end: number } };

function inspectSink(machine: Machine, { view, found, span }: Place & { readonly found: RuleSink }): void {
  const { sink, rule, bit, local } = found;
  if (!fits(sink, view)) return;
  for (const position of sink.args ?? [0]) {
    const value = argumentOf(view, position);
    if (value === undefined) continue;
    const all = sink.deep === false ? value.taints : deepTaints(machine, value);
    const taints = liveTaints(machine, all, bit).filter(taint => taint.source.remote || local);
    const place = `${sink.what} (\`${shortName(view.method)}\`)`;
    const [taint] = taints;
    if (taint !== undefined) {
      const { source } = taint;
      record(machine, {
        rule,
        start: span.start,
        end: span.end,
        message: `${capitalised(source.label)} reaches ${place}.`,
        related: { start: source.start, end: source.end },
        ...(sink.severity === undefined ? {} : { severity: sink.severity }),
        // Whoever types the arguments of a program runs it already.
        ...(source.remote ? {} : { confidence: 'low' as const, severity: 'low' as const }),
      });
      return;
    }
    if (all.length === 0 && isSuspicious(machine, value, sink.unknown)) {
      record(machine, {
        rule,
        start: span.start,
        end: span.end,
        message: `A value that is not constant reaches ${place}.`,
        confidence: sink.unknownConfidence ?? 'low',
        ...(sink.severity === undefined ? {} : { severity: sink.severity }),
      });
    }
  }
}

function argumentOf(view: CallView, position: ArgumentPosition): Value | undefined {
  return view.arg(position);
}

function isSuspicious(machine: Machine, value: Value, unknown: 'composed' | 'any' | undefined): boolean {
  if (unknown === undefined || value.code !== undefined) return false;
  if (unknown === 'composed') return isComposed(machine, value);
  return !isLiteral(machine, value);
}

function inspectCheck(machine: Machine, { view, found, span }: Place & { readonly found: RuleCheck }): void {
  const result = found.check.check(view);
  if (result === undefined) return;
  const { message, severity, confidence } =
    typeof result === 'string' ? ({ message: result } as Exclude<typeof result, string>) : result;
  record(machine, {
    rule: found.rule,
    start: span.start,
    end: span.end,
    message,
    ...(severity === undefined ? {} : { severity }),
    ...(confidence === undefined ? {} : { confidence }),
  });
}

const rank = { high: 0, medium: 1, low: 2 } as const;

/** One report a rule and place: the surest. */
function record(machine: Machine, hit: Hit): void {
  const key = `${hit.rule}:${hit.start}`;
  const known = machine.hits.get(key);
  if (known !== undefined && certainty(known) <= certainty(hit)) return;
  machine.hits.set(key, hit);
}

function certainty(hit: Hit): number {
  return hit.confidence === undefined ? -1 : rank[hit.confidence];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Identifiers may be as long as one likes. */
function shortName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
