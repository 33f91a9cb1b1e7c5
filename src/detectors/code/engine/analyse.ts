import { assignTarget } from './assign.ts';
import { evaluateCall } from './calls.ts';
import { refineState } from './conditions.ts';
import { evaluateExpression } from './evaluate.ts';
import { applyFunction, enterFunction, enterPending } from './functions.ts';
import {
  inspectCall,
  inspectClass,
  inspectIndexWrite,
  inspectPropertyWrite,
  inspectRouteReturn,
  inspectVariableWrite,
} from './inspect.ts';
import type { Program } from './ir.ts';
import type { Frame, Hit, Machine } from './machine.ts';
import type { ModelIndex } from './model-index.ts';
import { outermostFunctions } from './own-functions.ts';
import { forkState } from './state.ts';
import { runStatements } from './statements.ts';

/** Evaluations a file may cost, per syntax node; past it functions are no longer followed into. */
const stepsPerNode = 4;
const leastSteps = 20_000;

/** Finds what untrusted data reaches, and calls that are wrong in themselves. */
export function analyseProgram(program: Program, text: string, models: ModelIndex): readonly Hit[] {
  const machine = createMachine(program, text, models);
  machine.run(program.body);
  // Functions nested in what is entered here join the queue behind it.
  enterPending(machine);
  return [...machine.hits.values()].sort((a, b) => a.start - b.start || (a.rule < b.rule ? -1 : 1));
}

function createMachine(program: Program, text: string, models: ModelIndex): Machine {
  const state = forkState();
  let counter = 0;
  const frame: Frame = {
    base: state,
    code: undefined,
    parent: undefined,
    result: undefined,
    exits: [],
    loop: undefined,
  };
  const machine: Machine = {
    program,
    text,
    models,
    hits: new Map(),
    entered: new Set(),
    pending: new Map(),
    imports: new Set(),
    called: new Set(),
    parents: new Map(),
    quietResults: new Map(),
    sourceSeen: false,
    taintsMet: 0,
    taintsKept: 0,
    outermost: outermostFunctions(program),
    objectNumbers: new WeakMap(),
    flags: new Map(),
    mentioned: new WeakMap(),
    refining: new Set(),
    state,
    frame,
    steps: 0,
    maxSteps: leastSteps + program.size * stepsPerNode,
    decorated: undefined,
    assignedTo: '',
    hasBlockScope: program.language === 'go' || program.language === 'java',
    nextId: () => ++counter,
    evaluate(expression) {
      const value = evaluateExpression(machine, expression);
      if (value.taints.length > 0) machine.taintsMet++;
      return value;
    },
    call: call => evaluateCall(machine, call),
    run: statements => runStatements(machine, statements),
    assign: (target, value) => assignTarget(machine, target, value),
    apply: (code, args) => applyFunction(machine, code, args),
    enter: (code, passedTo, firstArgument) =>
      enterFunction(machine, code, { passedTo, firstArgument, bases: [] }),
    refine: (test, holds) => refineState(machine, test, holds),
    inspect: (seen, call) => inspectCall(machine, seen, call),
    inspectReturn: (code, value, as) => inspectRouteReturn(machine, code, { value, as }),
    inspectClass: code => inspectClass(machine, code),
    inspectVariable: (target, value) => inspectVariableWrite(machine, target, value),
    inspectIndexWrite: (target, value) => inspectIndexWrite(machine, target, value),
    inspectWrite: (target, value) => inspectPropertyWrite(machine, target, value),
  };
  return machine;
}
