import type { z } from 'zod';
import type { DevOpsContext } from './context.ts';

/**
 * What using a tool can do to the world. `read` changes nothing; `write` can be undone; `destructive` cannot, or
 * cuts somebody off, and always waits for an approval.
 */
export const toolRisks = ['read', 'write', 'destructive'] as const;
export type ToolRisk = (typeof toolRisks)[number];

/**
 * The families of tools; a family is a folder in `src/tools`, or made from configuration (`http`, `agent`, `mcp`).
 * Those of `hosted` are carried out by a model's provider.
 */
export const toolFamilies = ['github', 'aws', 'host', 'hosted', 'http', 'agent', 'mcp'] as const;
export type ToolFamily = (typeof toolFamilies)[number];

/** A GitHub App permission and the access it needs: GitHub's names, as in `app.yml`. */
export type GitHubPermission = `${string}:${'read' | 'write'}`;

/** What a tool needs from outside before it can work; checked, shown in its documentation, generated into policies. */
export type ToolPermissions = {
  readonly github?: readonly GitHubPermission[];
  /** IAM actions such as `ec2:DescribeInstances`; each exists in AWS's service reference. */
  readonly iam?: readonly string[];
  /** Those of `iam` that AWS counts as reading and that the act itself needs, not only its plan: copying reads. */
  readonly actorReads?: readonly string[];
};

/** How to take a tool's effect back. */
export type ToolUndo =
  | { readonly kind: 'none' }
  /** Another tool of the registry that takes it back. */
  | { readonly kind: 'tool'; readonly tool: string }
  /** One sentence for a person. */
  | { readonly kind: 'manual'; readonly how: string };

/** What every handler is given beside its parameters and clients. */
export type ToolCall = {
  readonly context: DevOpsContext;
  /** Aborted at the tool's time limit and when the run is cancelled. */
  readonly signal: AbortSignal;
  /** `<runId>:<step>`: goes into client tokens and markers, so that a repeated call has one effect. */
  readonly idempotencyKey: string;
  /** Login of who approved the plan; undefined where no approval was needed, and while a plan is made. */
  readonly approvedBy?: string | undefined;
  /** What only a person at a terminal has; undefined for models, servers, jobs of the App and MCP clients. */
  readonly terminal?: ToolTerminal | undefined;
};

/** A person's own terminal: a way out that no answer, log, journal or trace holds, and their files. */
export type ToolTerminal = {
  /** Writes a credential to the screen, once, and nowhere else; undefined where there is no screen. */
  readonly reveal: ((label: string, credential: string) => void) | undefined;
  /** The file that the person named, read as it is sent; undefined when there is none. */
  readonly openFile: (path: string) => Promise<Blob | undefined>;
};

/** An expected "no" of a service or a guard; `message` names the thing, the place and the next step. */
export type ToolRefusal = {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
  /** Of an act that was refused on the way: what had been done by then. */
  readonly evidence?: ToolEvidence;
};

/** What a handler answers. Failures of the service or the network are thrown as `AppError`. */
export type ToolAnswer =
  /** `value` is JSON; every text in it that came from outside is untrusted. `cut` says what was left out, if anything. */
  | {
      readonly kind: 'ok';
      readonly value: unknown;
      readonly cut?: string;
      /** What an act left behind, for the audit; not shown to a model. */
      readonly evidence?: ToolEvidence;
    }
  | ToolRefusal;

/** The service's own ids of what was asked, and what was there before and after, as JSON. */
export type ToolEvidence = {
  readonly requests: readonly { readonly action: string; readonly requestId: string }[];
  readonly before: unknown;
  readonly after: unknown;
  /** Whether the effect was seen afterwards; undefined where nothing can look for it or the look failed. */
  readonly verified?: boolean;
};

/** What a call of a tool that changes something would do: for dry runs, and what an approval is bound to. */
export type ToolPlan = {
  readonly kind: 'plan';
  /** One or two sentences: what would change, where. */
  readonly summary: string;
  /** A real dry run of the service, or our own look beforehand. */
  readonly checkedBy: 'service' | 'pre-check';
  /** What is there now, as JSON: an approval holds only while it stays so. */
  readonly before?: unknown;
  /** What the act's own credentials are narrowed to, as JSON: an approval is bound to it too. */
  readonly grants?: unknown;
};

/** What a call came to. Only a broken promise of our own throws; everything expected is one of these. */
export type ToolResult =
  | ToolAnswer
  /** A dry run: what would be done. */
  | { readonly kind: 'would'; readonly plan: ToolPlan }
  /** Nothing was done: the plan waits for an approval that names its digest. */
  | { readonly kind: 'needs-approval'; readonly plan: ToolPlan; readonly digest: string }
  /** The service or the network failed. With `inDoubt`, a change may have happened all the same. */
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly retryable: boolean;
      readonly inDoubt: boolean;
    }
  /** A guardrail ends the whole run, not only this call. */
  | { readonly kind: 'stopped'; readonly code: string; readonly message: string };

/** What a tool is, without what carries it out: data for listings, documentation, policies and models. */
export type ToolSpecification<Parameters extends z.ZodObject = z.ZodObject> = {
  /** `snake_case`, prefixed by its family or service: `github_list_issues`, `ec2_list_instances`, `host_metrics`. */
  readonly name: string;
  readonly family: ToolFamily;
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
  /**
   * Whether a second call with the same parameters changes nothing more. One that is neither idempotent nor can be
   * reconciled is not repeated after a crash: it is reported as in doubt.
   */
  readonly idempotent: boolean;
  /** Whether every call waits for an approval; destructive ones always do. Default: false. */
  readonly needsApproval?: boolean;
};

/**
 * One tool: what a model, a person at a terminal and a workflow step use alike. One file per tool; the registry
 * generates its documentation and the permissions it needs. Methods rather than function properties, so that tools
 * of different parameters fit one list.
 *
 * @typeParam Parameters A zod object. Keep it plain: what needs more than a type is checked in the handler, which can
 * answer with a precise sentence. `null` stands for "not given" where a parameter is optional.
 * @typeParam Clients What the family's tools reach the outside with, for example an Octokit; never stored.
 */
export type ToolDefinition<
  Parameters extends z.ZodObject = z.ZodObject,
  Clients = unknown,
> = ToolSpecification<Parameters> & {
  /**
   * What the call would do; reads only. Required of every tool that is not a read, because dry runs and approvals
   * rest on it.
   */
  plan?(
    this: void,
    input: z.output<Parameters>,
    call: ToolCall,
    clients: Clients,
  ): Promise<ToolPlan | ToolRefusal>;
  /** Does it. @throws AppError when the service fails. */
  handle(this: void, input: z.output<Parameters>, call: ToolCall, clients: Clients): Promise<ToolAnswer>;
  /** Looks for the effect of an earlier call with the same idempotency key; undefined when it did not happen. */
  reconcile?(
    this: void,
    input: z.output<Parameters>,
    call: ToolCall,
    clients: Clients,
  ): Promise<ToolAnswer | undefined>;
};

/** A tool whose clients are closed over: what agents, workflows, the terminal and MCP clients are given. */
export type Tool = ToolSpecification & {
  plan?(
    this: void,
    input: Readonly<Record<string, unknown>>,
    call: ToolCall,
  ): Promise<ToolPlan | ToolRefusal>;
  handle(this: void, input: Readonly<Record<string, unknown>>, call: ToolCall): Promise<ToolAnswer>;
  reconcile?(
    this: void,
    input: Readonly<Record<string, unknown>>,
    call: ToolCall,
  ): Promise<ToolAnswer | undefined>;
};

/** Who calls, and what they may: an agent has the tools its definition names, up to the risk its role allows. */
export type ToolAccess = {
  /** The agent's name; `terminal` for a person, `workflow` for a step without agent. */
  readonly caller: string;
  /** Names of tools; nothing else can be called. */
  readonly tools: readonly string[];
  /** The role's limit: `read` for read-only agents. `destructive` still waits for an approval at every call. */
  readonly maxRisk: ToolRisk;
};

/** What a guardrail says of a tool's input or output. `reject` concerns this call, `stop` ends the run. */
export type ToolGuardDecision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'reject' | 'stop'; readonly code: string; readonly message: string };

/** A guardrail around tool calls. One that throws fails closed: the call is refused. */
export type ToolGuard = {
  readonly name: string;
  /** Before anything is done, with parameters that were parsed. */
  checkInput?(check: {
    readonly tool: ToolSpecification;
    readonly input: Readonly<Record<string, unknown>>;
    readonly context: DevOpsContext;
    readonly access: ToolAccess;
  }): Promise<ToolGuardDecision>;
  /** Before the caller sees it; `value` is JSON, secrets masked, cut to size. */
  checkOutput?(check: {
    readonly tool: ToolSpecification;
    readonly value: unknown;
    readonly context: DevOpsContext;
    readonly access: ToolAccess;
  }): Promise<ToolGuardDecision>;
};

/** Approvals of destructive plans. */
export type ToolApprovals = {
  /**
   * Takes the approval of a digest, if somebody gave one that is still in force. Single-use: taken once, it is only
   * given again to the same idempotency key (a run that resumes after a crash).
   */
  take(request: {
    readonly digest: string;
    readonly idempotencyKey: string;
  }): Promise<{ readonly by: string } | undefined>;
};
