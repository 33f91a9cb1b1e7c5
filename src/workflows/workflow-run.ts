import type {
  AgentApprovals,
  AgentJournal,
  AgentTools,
  PendingApproval,
  RunAgent,
} from '../contracts/agent.ts';
import type { DevOpsContext } from '../contracts/context.ts';
import type { ToolGuard } from '../contracts/tool.ts';
import type { WorkflowStep, WorkflowStepResult } from '../contracts/workflow.ts';
import type { Value } from './expression/expression.ts';
import type { InputValues } from './read-inputs.ts';

/** What workflows are carried out with; the same parts that single agents and tools have. */
export type WorkflowParts = {
  readonly runAgent: RunAgent;
  readonly tools: AgentTools;
  /** Around every call of a tool. */
  readonly guards: readonly ToolGuard[];
  /** Milliseconds from any fixed moment, for durations. */
  readonly now: () => number;
};

/** What one workflow is asked to do. */
export type WorkflowRequest = {
  readonly inputs: InputValues;
  readonly context: DevOpsContext;
  /** Tools say what they would do and change nothing. */
  readonly dryRun: boolean;
};

export type WorkflowOptions = {
  readonly signal: AbortSignal;
  readonly journal: AgentJournal;
  readonly approvals: AgentApprovals;
  /** Told of every step as it ends, those of earlier processes included. */
  readonly onStep?: (result: WorkflowStepResult) => void;
};

/** What a step is carried out with. */
export type StepRun = {
  readonly step: WorkflowStep;
  readonly request: WorkflowRequest;
  readonly options: WorkflowOptions;
  readonly parts: WorkflowParts;
  /** What this step may use. */
  readonly share: { readonly tokens: number; readonly costUsd: number };
  readonly scope: { readonly [name: string]: Value };
  readonly maxRisk: 'read' | 'write' | 'destructive';
};

/** A step's result, and what of it waits for a person. */
export type StepEnd = { readonly result: WorkflowStepResult; readonly approvals: readonly PendingApproval[] };
