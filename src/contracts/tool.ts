import type { z } from 'zod';
import type { DevOpsContext } from './context.ts';

/**
 * What using a tool can do to the world. `read` changes nothing; `write` can be undone; `destructive` cannot, or
 * cuts somebody off, and always waits for an approval.
 */
export const toolRisks = ['read', 'write', 'destructive'] as const;
export type ToolRisk = (typeof toolRisks)[number];

/** A GitHub App permission and the access it needs: GitHub's names, as in `app.yml`. */
export type GitHubPermission = `${string}:${'read' | 'write'}`;

/** What a tool needs from outside before it can work; checked, shown in its documentation, generated into policies. */
export type ToolPermissions = {
  readonly github?: readonly GitHubPermission[];
  /** IAM actions such as `ec2:DescribeInstances`; each exists in AWS's service reference. */
  readonly iam?: readonly string[];
};

/** How to take a tool's effect back. */
export type ToolUndo =
  | { readonly kind: 'none' }
  /** Another tool of the registry that takes it back. */
  | { readonly kind: 'tool'; readonly tool: string }
  /** One sentence for a person. */
  | { readonly kind: 'manual'; readonly how: string };

/** What every handler is given beside its parameters. Clients are closed over by the handler's factory, never here. */
export type ToolCall = {
  readonly context: DevOpsContext;
  /** Aborted at the tool's time limit and when the run is cancelled. */
  readonly signal: AbortSignal;
  /** `<runId>:<step>`: goes into client tokens and markers, so that a repeated call has one effect. */
  readonly idempotencyKey: string;
  /** Say what would happen and change nothing. */
  readonly dryRun: boolean;
};

/** What a call came to. Only a broken promise of our own throws; everything expected is one of these. */
export type ToolResult =
  /** `value` is JSON; every text in it that came from outside is untrusted. */
  | { readonly kind: 'ok'; readonly value: unknown; readonly truncated?: string }
  /** A dry run: what would be done. `checkedBy` tells a real dry run of the service from our own pre-check. */
  | { readonly kind: 'would'; readonly plan: string; readonly checkedBy: 'service' | 'pre-check' }
  /** The service or a guard said no; `message` names the thing, the place and the next step. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'needs-approval'; readonly plan: string; readonly digest: string };

/**
 * One tool: what a model, a person at a terminal and a workflow step use alike. One file per tool; the registry
 * generates its documentation and the permissions it needs.
 *
 * @typeParam Parameters A zod object. Keep it loose for models: what needs more than a type is checked in the handler,
 * which can answer with a precise sentence.
 * @typeParam Clients What the handler is composed with, for example a repository client.
 */
export type ToolDefinition<Parameters extends z.ZodObject = z.ZodObject, Clients = never> = {
  /** `snake_case`, prefixed by its family: `github_list_issues`, `ec2_list_instances`, `host_metrics`. */
  readonly name: string;
  /** What it does, one or two sentences, for people and models. */
  readonly description: string;
  readonly risk: ToolRisk;
  readonly permissions: ToolPermissions;
  readonly undo: ToolUndo;
  readonly parameters: Parameters;
  /** Longest a call may take, milliseconds. */
  readonly timeoutMs: number;
  /** Largest result handed on, bytes of UTF-8 JSON; what is longer is cut at a whole element and says so. */
  readonly maxResultBytes: number;
  /** A call that shows the tool, run by a test. */
  readonly example: z.input<Parameters>;
  readonly handle: (input: z.output<Parameters>, call: ToolCall, clients: Clients) => Promise<ToolResult>;
};
