import { z } from 'zod';
import type { AgentLimits, ModelUsage, PendingApproval } from './agent.ts';
import type { ToolRisk } from './tool.ts';

/** A JSON value. */
export type WorkflowValue = z.infer<ReturnType<typeof z.json>>;

/** One input of a workflow: what `key=value` may be given. */
export type WorkflowInput = {
  readonly name: string;
  readonly description: string;
  readonly type: 'text' | 'number' | 'boolean';
  readonly required: boolean;
  /** Undefined: none; an optional input without one is null. */
  readonly standard: string | number | boolean | undefined;
  /** The values it may have; undefined: any of its type. */
  readonly choices: readonly (string | number)[] | undefined;
};

/** What happens when a step fails: the workflow ends, or goes on with the step's status to be asked about. */
export type FailurePolicy = { readonly action: 'stop' | 'continue'; readonly retries: number };

/** Something that one step runs. Texts may hold `${{ … }}`. */
export type WorkflowWork =
  | { readonly kind: 'agent'; readonly agent: string; readonly input: string }
  | {
      readonly kind: 'tool';
      readonly tool: string;
      readonly parameters: Readonly<Record<string, WorkflowValue>>;
    };

/** A step that works. */
export type WorkflowStep = {
  readonly kind: 'step';
  readonly id: string;
  /** A condition; undefined: always. */
  readonly condition: string | undefined;
  readonly work: WorkflowWork;
  readonly onFailure: FailurePolicy;
};

/** Steps that run at the same time. */
export type WorkflowGroup = {
  readonly kind: 'parallel';
  readonly id: string;
  readonly condition: string | undefined;
  readonly steps: readonly WorkflowStep[];
};

/** A workflow as data. */
export type WorkflowDefinition = {
  readonly name: string;
  readonly description: string;
  readonly source: 'built-in' | 'organisation' | 'repository';
  readonly inputs: readonly WorkflowInput[];
  /** The most its steps may do, tools and agents alike. */
  readonly role: ToolRisk;
  /** For the whole, all steps together. `turns` counts calls of models. */
  readonly limits: Pick<AgentLimits, 'tokens' | 'costUsd' | 'seconds'>;
  readonly steps: readonly (WorkflowStep | WorkflowGroup)[];
  /** Named results of the whole, as templates. */
  readonly outputs: Readonly<Record<string, string>>;
};

/** How a step ended. `skipped`: its condition did not hold, or the workflow had ended before it. */
export const stepStatuses = [
  'succeeded',
  'failed',
  'refused',
  'incomplete',
  'skipped',
  'cancelled',
  'awaiting-approval',
] as const;
export const stepStatusSchema = z.enum(stepStatuses);
export type StepStatus = z.infer<typeof stepStatusSchema>;

/** What a step came to. */
export type WorkflowStepResult = {
  readonly id: string;
  readonly kind: 'agent' | 'tool';
  /** The agent's or the tool's name. */
  readonly name: string;
  readonly status: StepStatus;
  /** Why, for everything but `succeeded`; safe to show. */
  readonly reason: string | null;
  /** JSON; null when there is none. Untrusted. */
  readonly output: WorkflowValue;
  readonly attempts: number;
  readonly durationMs: number;
  readonly usage: readonly ModelUsage[];
};

/** What a workflow came to: `completed` only when no step failed that was not allowed to. */
export type WorkflowResult = {
  readonly workflow: string;
  readonly outcome: 'completed' | 'failed' | 'incomplete' | 'cancelled' | 'awaiting-approval';
  /** Why, for everything but `completed`. */
  readonly reason: string | undefined;
  readonly steps: readonly WorkflowStepResult[];
  readonly outputs: Readonly<Record<string, WorkflowValue>>;
  readonly durationMs: number;
  readonly usage: readonly ModelUsage[];
  /** What waits for a person; the same run goes on once it is decided. */
  readonly approvals: readonly PendingApproval[];
};
