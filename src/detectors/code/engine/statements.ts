import { defineClass, evaluateDecorators, evaluateOf } from './classes.ts';
import { truthOf } from './constants.ts';
import { postpone, recordReturn } from './functions.ts';
import type { Expression, Statement } from './ir.ts';
import type { LoopFrame, Machine } from './machine.ts';
import { objectOf } from './objects.ts';
import { elementOf } from './read.ts';
import { flattenTo, forkState, mergeInto, type State, writeVariable } from './state.ts';
import { harmless, refValue, unknown, type Value } from './value.ts';

/** Rounds a loop's body is evaluated at most before its effects are taken as settled. */
const maxRounds = 4;

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** Runs statements in order; false when control does not reach the end. */
export function runStatements(machine: Machine, statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    machine.steps++;
    if (!runStatement(machine, statement)) return false;
  }
  return true;
}

function runStatement(machine: Machine, statement: Statement): boolean {
  switch (statement.kind) {
    case 'expression':
      return !neverReturns(statement.expression, machine.evaluate(statement.expression));
    case 'import':
      machine.imports.add(statement.ref.split('.')[0] ?? '');
      machine.imports.add(statement.ref);
      writeVariable(machine.state, statement.variable.id, refValue(canonical(machine, statement.ref)));
      return true;
    case 'if':
      return runIf(machine, statement);
    case 'while':
      return runWhile(machine, statement);
    case 'for':
      return runFor(machine, statement);
    case 'switch':
      return runSwitch(machine, statement);
    case 'try':
      return runTry(machine, statement);
    case 'return':
      recordReturn(machine, statement.value === undefined ? harmless : machine.evaluate(statement.value));
      return false;
    case 'throw':
      if (statement.value !== undefined) machine.evaluate(statement.value);
      return false;
    case 'break':
      leave(machine, 'breaks');
      return false;
    case 'continue':
      leave(machine, 'continues');
      return false;
    case 'block':
      return machine.run(statement.body);
    case 'function':
      postpone(machine, statement.function);
      writeVariable(machine.state, statement.variable.id, decorated(machine, statement));
      return true;
    case 'class':
      writeVariable(machine.state, statement.variable.id, defineClass(machine, statement.class));
      evaluateDecorators(machine, statement.class);
      return true;
    default:
      return statement satisfies never;
  }
}

/** The name models use for an import: that of the module, or of the thing in it, may be an alias. */
function canonical(machine: Machine, ref: string): string {
  const { aliases } = machine.models;
  const dot = ref.lastIndexOf('.');
  const module = dot === -1 ? undefined : aliases.get(ref.slice(0, dot));
  const full = module === undefined ? ref : `${module}${ref.slice(dot)}`;
  return aliases.get(full) ?? full;
}

function decorated(machine: Machine, statement: Of<'function'>): Value {
  evaluateOf(machine, statement.function);
  return { ...unknown, code: statement.function };
}

/** Calls after which nothing runs. */
const ending: ReadonlySet<string> = new Set([
  'process.exit',
  'sys.exit',
  'exit',
  'quit',
  'flask.abort',
  'abort',
  'os._exit',
  'os.Exit',
  'log.Fatal',
  'log.Fatalf',
  'panic',
  'next/navigation.redirect',
  'next/navigation.notFound',
]);

function neverReturns(expression: Expression, value: Value): boolean {
  if (expression.kind !== 'call') return false;
  return value.ref?.endsWith('()') === true && ending.has(value.ref.slice(0, -2));
}

function leave(machine: Machine, kind: 'breaks' | 'continues'): void {
  const { loop } = machine.frame;
  if (loop !== undefined) loop[kind].push(flattenTo(machine.state, loop.base));
}

/** Runs alternatives in states of their own and joins those that reach their end. */
function runBranches(machine: Machine, parts: readonly (() => boolean)[]): boolean {
  const base = machine.state;
  const ends: State[] = [];
  for (const part of parts) {
    machine.state = forkState(base);
    if (part()) ends.push(machine.state);
  }
  machine.state = base;
  mergeInto(base, ends, machine);
  return ends.length > 0;
}

function runIf(machine: Machine, statement: Of<'if'>): boolean {
  const test = machine.evaluate(statement.test);
  if (test.constant !== undefined)
    return machine.run(truthOf(test.constant) ? statement.whenTrue : statement.whenFalse);
  return runBranches(machine, [
    () => {
      machine.refine(statement.test, true);
      return machine.run(statement.whenTrue);
    },
    () => {
      machine.refine(statement.test, false);
      return machine.run(statement.whenFalse);
    },
  ]);
}

/** One evaluation of a loop's body; tells whether anything changed that another round would see. */
function runRound(machine: Machine, loop: LoopFrame, body: () => boolean): boolean {
  const { base } = loop;
  loop.continues.length = 0;
  machine.state = forkState(base);
  const ends = body() ? [machine.state] : [];
  machine.state = base;
  return mergeInto(
    base,
    [forkState(base), ...ends, ...loop.continues.map(state => flattenTo(state, base))],
    machine,
  );
}

function withLoop(machine: Machine, run: (loop: LoopFrame) => void): LoopFrame {
  const { frame } = machine;
  const loop: LoopFrame = { base: machine.state, breaks: [], continues: [], outer: frame.loop };
  frame.loop = loop;
  run(loop);
  frame.loop = loop.outer;
  return loop;
}

function rounds(machine: Machine): number {
  return machine.steps > machine.maxSteps ? 1 : maxRounds;
}

function runWhile(machine: Machine, statement: Of<'while'>): boolean {
  const { test } = statement;
  let endless = test === undefined;
  if (test !== undefined && statement.atLeastOnce !== true) {
    const first = machine.evaluate(test).constant;
    if (first !== undefined && !truthOf(first)) return true;
    endless = test.kind === 'constant';
  }
  const loop = withLoop(machine, frame => {
    for (let round = 0; round < rounds(machine); round++) {
      const changed = runRound(machine, frame, () => {
        if (test !== undefined && statement.atLeastOnce !== true) machine.refine(test, true);
        const reaches = machine.run(statement.body);
        if (reaches && statement.update !== undefined) machine.evaluate(statement.update);
        if (reaches && test !== undefined) machine.evaluate(test);
        return reaches;
      });
      if (!changed) break;
    }
  });
  const exits = loop.breaks.map(state => flattenTo(state, loop.base));
  if (!endless) exits.push(forkState(loop.base));
  mergeInto(loop.base, exits, machine);
  if (!endless && test !== undefined && loop.breaks.length === 0) machine.refine(test, false);
  return exits.length > 0;
}

function runFor(machine: Machine, statement: Of<'for'>): boolean {
  const iterable = machine.evaluate(statement.iterable);
  const object = objectOf(machine, iterable);
  if (object?.items?.length === 0 && object.fields.size === 0 && object.rest === undefined) return true;
  const loop = withLoop(machine, frame => {
    for (let round = 0; round < rounds(machine); round++) {
      const changed = runRound(machine, frame, () => {
        machine.assign(statement.target, iterated(machine, statement, iterable));
        return machine.run(statement.body);
      });
      if (!changed) break;
    }
  });
  mergeInto(
    loop.base,
    [forkState(loop.base), ...loop.breaks.map(state => flattenTo(state, loop.base))],
    machine,
  );
  return true;
}

function iterated(machine: Machine, statement: Of<'for'>, iterable: Value): Value {
  const object = objectOf(machine, iterable);
  // Iterating a record yields its keys: those written in the program are harmless.
  const isRecord = object !== undefined && object.items === undefined && object.fields.size > 0;
  if (isRecord || (statement.keys === true && iterable.taints.length === 0)) return harmless;
  return elementOf(machine, iterable, statement.target);
}

function runSwitch(machine: Machine, statement: Of<'switch'>): boolean {
  const subject = machine.evaluate(statement.subject);
  let hasDefault = false;
  const base = machine.state;
  const ends: State[] = [];
  const loop: LoopFrame = { base, breaks: [], continues: [], outer: machine.frame.loop };
  // `break` leaves a switch; `continue` goes on to the loop around it.
  if (machine.program.language !== 'python') {
    machine.frame.loop = { ...loop, continues: loop.outer?.continues ?? [] };
  }
  let falling: State | undefined;
  let decided = false;
  for (const one of statement.cases) {
    const matches = decided ? false : matchOf(machine, one.tests, subject);
    if (one.tests === undefined) hasDefault = true;
    if (matches === false && falling === undefined) continue;
    const entries: State[] = falling === undefined ? [] : [falling];
    if (matches !== false) {
      const entry = forkState(base);
      machine.state = entry;
      narrowTo(machine, statement.subject, one.tests);
      entries.push(entry);
    }
    if (matches === true) decided = true;
    machine.state = forkState(base);
    mergeInto(
      machine.state,
      entries.map(entry => ({ ...flattenTo(entry, base), parent: machine.state })),
      machine,
    );
    const reaches = machine.run(one.body);
    falling = reaches && statement.fallsThrough ? machine.state : undefined;
    if (reaches && !statement.fallsThrough) ends.push(machine.state);
  }
  if (falling !== undefined) ends.push(falling);
  machine.frame.loop = loop.outer;
  machine.state = base;
  const all = [...ends, ...loop.breaks].map(state => flattenTo(state, base));
  if (!hasDefault && !decided) all.push(forkState(base));
  mergeInto(base, all, machine);
  return all.length > 0;
}

/** Whether a case is taken: certainly, certainly not, or undefined for perhaps. */
function matchOf(
  machine: Machine,
  tests: readonly Expression[] | undefined,
  subject: Value,
): boolean | undefined {
  if (tests === undefined) return undefined;
  if (subject.constant === undefined) return undefined;
  const values = tests.map(test => machine.evaluate(test).constant);
  if (values.includes(subject.constant)) return true;
  return values.every(value => value !== undefined) ? false : undefined;
}

/** In a case, the subject is what the case says. */
function narrowTo(machine: Machine, subject: Expression, tests: readonly Expression[] | undefined): void {
  const [test] = tests ?? [];
  if (test === undefined || tests?.some(item => item.kind !== 'constant') === true) return;
  machine.refine(
    { kind: 'binary', start: subject.start, end: subject.end, operator: '===', left: subject, right: test },
    true,
  );
}

function runTry(machine: Machine, statement: Of<'try'>): boolean {
  const base = machine.state;
  const inner = forkState(base);
  machine.state = inner;
  const reaches = machine.run(statement.body);
  const afterBody = machine.state;
  const ends: State[] = reaches ? [afterBody] : [];
  // An exception may come from anywhere in the body: before or after each of its changes.
  const thrown = forkState(base);
  machine.state = thrown;
  mergeInto(thrown, [forkState(thrown), { ...flattenTo(afterBody, base), parent: thrown }], machine);
  for (const handler of statement.handlers) {
    machine.state = forkState(thrown);
    if (machine.run(handler)) ends.push(flattenTo(machine.state, base));
  }
  machine.state = base;
  mergeInto(base, ends.length === 0 ? [thrown] : ends, machine);
  const reachesFinal = machine.run(statement.finalizer);
  return reachesFinal && (ends.length > 0 || (statement.handlers.length === 0 && reaches));
}
