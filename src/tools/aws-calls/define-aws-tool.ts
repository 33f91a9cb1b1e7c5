import type { z } from 'zod';
import type { AwsServices } from '../../clients/aws/aws-services.ts';
import type { AwsPermission } from '../../clients/aws/session-policy.ts';
import type {
  ToolAnswer,
  ToolCall,
  ToolDefinition,
  ToolPlan,
  ToolRefusal,
  ToolRisk,
  ToolSpecification,
} from '../../contracts/tool.ts';

/** What an AWS tool reaches AWS with: one region, one role. */
export type AwsClients = AwsServices & {
  /** Where the clients go: the call's region, else the configured one. */
  readonly region: string;
  readonly now: () => Date;
  /** The account's number, asked once per call: for ARNs. */
  readonly accountId: () => Promise<string>;
};

/** An AWS tool before it has clients; reads and plans go to the reader role. */
export type AwsTool<Parameters extends z.ZodObject = z.ZodObject> =
  | AwsReadTool<Parameters>
  | AwsChangingTool<Parameters>;

type AwsReadTool<Parameters extends z.ZodObject> = ToolDefinition<Parameters, AwsClients> & {
  readonly risk: 'read';
};

/** What a change would do, and exactly what the actor's session is allowed for it. */
export type AwsPlan = ToolPlan & {
  /** Actions and ARNs of the change: they become the session policy, and the approval is bound to them. */
  readonly grants: readonly AwsPermission[];
  /** What exists and is touched. Tags as they were read; undefined for kinds that have none. */
  readonly targets?: readonly PlanTarget[];
  /** How many resources of the kind there are in the region, where that is known: for the share that is touched. */
  readonly population?: number;
};

/** Something that a change touches. */
export type PlanTarget = {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>> | undefined;
};

/** A tool that changes something; methods, so that tools of different parameters fit one list. */
export type AwsChangingTool<Parameters extends z.ZodObject = z.ZodObject> = ToolSpecification<Parameters> & {
  readonly risk: Exclude<ToolRisk, 'read'>;
  /** What would change, from reads alone. `before` is read again before the act: an approval holds while it is equal. */
  plan(
    this: void,
    input: z.output<Parameters>,
    call: ToolCall,
    aws: AwsClients,
  ): Promise<AwsPlan | ToolRefusal>;
  /** Does it, as the actor, whose session allows the plan's grants only. Reads for it belong into `plan`. */
  act(
    this: void,
    input: z.output<Parameters>,
    call: ToolCall,
    aws: AwsClients,
    plan: AwsPlan,
  ): Promise<ToolAnswer>;
  /** What is there after the act, read as the reader: goes into the audit and the answer. */
  verify?(this: void, input: z.output<Parameters>, call: ToolCall, aws: AwsClients): Promise<unknown>;
  /** Looks for the effect of an earlier act with the same idempotency key, as the reader. */
  reconcile?(
    this: void,
    input: z.output<Parameters>,
    call: ToolCall,
    aws: AwsClients,
  ): Promise<ToolAnswer | undefined>;
};

const limits = { timeoutMs: 60_000, maxResultBytes: 64 * 1024 } as const;
type Defaulted = 'family' | 'timeoutMs' | 'maxResultBytes';

/** A tool that only reads: idempotent, nothing to undo. 60 s and 64 KiB unless it says otherwise. */
export function readTool<Parameters extends z.ZodObject>(
  tool: Omit<
    ToolDefinition<Parameters, AwsClients>,
    Defaulted | 'risk' | 'undo' | 'idempotent' | 'plan' | 'reconcile'
  > &
    Partial<Pick<ToolSpecification, 'timeoutMs' | 'maxResultBytes'>>,
): AwsReadTool<Parameters> {
  return { ...limits, family: 'aws', risk: 'read', undo: { kind: 'none' }, idempotent: true, ...tool };
}

/** A tool that changes something in AWS; it always waits for an approval. */
export function changingTool<Parameters extends z.ZodObject>(
  tool: Omit<AwsChangingTool<Parameters>, Defaulted | 'needsApproval'> &
    Partial<Pick<ToolSpecification, 'timeoutMs' | 'maxResultBytes'>>,
): AwsChangingTool<Parameters> {
  return { ...limits, family: 'aws', needsApproval: true, ...tool };
}
