import type { Span } from '../../../contracts/detector.ts';
import type { SeenCall } from './call-view.ts';
import type { Call, ClassCode, Expression, FunctionCode, Program, Statement, Target } from './ir.ts';
import type { CallView } from './model.ts';
import type { ModelIndex } from './model-index.ts';
import type { HeapObject, State } from './state.ts';
import type { Value } from './value.ts';

/** What a function evaluation collects on its way out. */
export type Frame = {
  readonly base: State;
  readonly code: FunctionCode | undefined;
  readonly parent: Frame | undefined;
  result: Value | undefined;
  readonly exits: State[];
  /** The innermost loop or switch. */
  loop: LoopFrame | undefined;
};
export type LoopFrame = {
  readonly base: State;
  readonly breaks: State[];
  readonly continues: State[];
  readonly outer: LoopFrame | undefined;
};

/** A place found dangerous. */
export type Hit = Span & {
  readonly rule: string;
  readonly message: string;
  readonly severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly related?: Span;
};

/**
 * The abstract interpreter: its parts call each other through this record, because modules must not form
 * cycles. One machine evaluates one file.
 */
export type Machine = {
  readonly program: Program;
  readonly text: string;
  readonly models: ModelIndex;
  readonly hits: Map<string, Hit>;
  /** Functions evaluated on their own already, by id. */
  readonly entered: Set<number>;
  /** Functions met as values that are still to be evaluated on their own. */
  readonly pending: Map<number, PendingFunction>;
  readonly imports: Set<string>;
  /** Functions that calls in this file reach with their actual arguments. */
  readonly called: Set<number>;
  /** The class of this file that a class extends, by the latter's id. */
  readonly parents: Map<number, ClassCode>;
  state: State;
  frame: Frame;
  /** Results of calls that met no untrusted data, by function and arguments. */
  readonly quietResults: Map<string, Value>;
  /** Whether untrusted data has been met. */
  sourceSeen: boolean;
  /** How many values met so far held untrusted data. */
  taintsMet: number;
  /** How often untrusted data was stored where other functions may read it. */
  taintsKept: number;
  /** Functions that stand in no other. */
  readonly outermost: ReadonlySet<number>;
  readonly objectNumbers: WeakMap<HeapObject, number>;
  /** Tests that variables hold the outcome of, by variable. */
  readonly flags: Map<number, Expression>;
  /** Which patterns stand in the text, as far as asked. */
  readonly mentioned: WeakMap<RegExp, boolean>;
  /** Functions whose tests are being applied. */
  readonly refining: Set<number>;
  steps: number;
  readonly maxSteps: number;
  /** The function whose decorators are evaluated, with them. */
  decorated: Span | undefined;
  /** The name the value under evaluation is for. */
  assignedTo: string;
  /** Of the language: variables live in the block that declares them. */
  readonly hasBlockScope: boolean;
  nextId(): number;
  evaluate(expression: Expression): Value;
  call(call: Call): Value;
  /** False when control does not reach the end. */
  run(statements: readonly Statement[]): boolean;
  assign(target: Target, value: Value): void;
  /** Evaluates a function's body with these arguments. */
  apply(code: FunctionCode, args: AppliedArguments): Value;
  /** Evaluates a function the way an unknown caller or a framework calls it. */
  enter(code: FunctionCode, passedTo: CallView | undefined, firstArgument?: Value): Value;
  /** Narrows the state to where a test holds, or does not. */
  refine(test: Expression, holds: boolean): void;
  /** Reports what reaches the sinks and checks of a call. */
  inspect(seen: SeenCall, call: Call): void;
  /** Reports what a route answers with, a page or what the framework makes of it. */
  inspectReturn(code: FunctionCode, value: Value, as: 'route.return' | 'route.html'): void;
  /** Reports what a class is, from its text. */
  inspectClass(code: ClassCode): void;
  inspectVariable(target: Extract<Target, { kind: 'variable' }>, value: Value): void;
  inspectIndexWrite(target: Extract<Target, { kind: 'index' }>, value: Value): void;
  inspectWrite(target: Extract<Target, { kind: 'member' }>, value: Value): void;
};

export type PendingFunction = {
  readonly code: FunctionCode;
  readonly state: State;
  readonly bases: readonly string[];
};

export type AppliedArguments = {
  readonly values: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** The receiver of a method. */
  readonly self?: Value;
};
