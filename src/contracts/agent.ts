import type { z } from 'zod';
import type { DevOpsContext } from './context.ts';
import type { RunContext } from './engine.ts';
import type { HostedToolsConfig } from './external-tool.ts';
import type { AskGuardModel, Guardrail } from './guardrail.ts';
import type { Tool, ToolAccess, ToolApprovals, ToolGuard, ToolResult, ToolRisk } from './tool.ts';

/** How far one run of an agent may go. What is reached first ends the run `incomplete`, with what it has. */
export type AgentLimits = {
  /** Calls of the model; in the last one it has no tools and must answer. */
  readonly turns: number;
  /** Calls of tools, of all agents together. */
  readonly toolCalls: number;
  /** Tokens in and out, of all calls together. */
  readonly tokens: number;
  /** US dollars; only counts where the model's price is configured. */
  readonly costUsd: number;
  readonly seconds: number;
};

/** How a model is asked. */
export type AgentModelSettings = {
  readonly temperature?: number;
  /** Most tokens of one answer. Default: 4096. */
  readonly maxOutputTokens?: number;
  /** For models that reason; others ignore it. */
  readonly reasoningEffort?: 'minimal' | 'low' | 'medium' | 'high';
};

/**
 * One agent as data: everything is named, so that a definition can stand in a file. The runner finds the names in
 * `AgentParts` and refuses to start when one is missing.
 */
export type AgentDefinition = {
  /** Kebab-case. */
  readonly name: string;
  /** What it is for, one or two sentences: shown in listings, and to agents that may call it. */
  readonly description: string;
  /** Who wrote it: only built-in ones are part of this release. */
  readonly source: 'built-in' | 'organisation' | 'repository';
  /** Standing instructions. Nothing that came with an event is ever put in here. */
  readonly instructions: string;
  /** `<provider>/<model>`; undefined: the configured default. */
  readonly model: string | undefined;
  /** Asked when the model fails for good; undefined: none. */
  readonly fallbackModel: string | undefined;
  readonly settings: AgentModelSettings;
  /**
   * The most its tools may do to the world, including those of agents it calls or hands over to: whoever starts a run
   * bounds all of it. A tool above it is not offered, and refused if called.
   */
  readonly role: ToolRisk;
  /** Names of tools. */
  readonly tools: readonly string[];
  /** Names of agents it may call like a tool and hear back from. */
  readonly agents: readonly string[];
  /** Names of agents it may hand the conversation over to. */
  readonly handoffs: readonly string[];
  /** Names of guardrails, beside those that always hold. */
  readonly guardrails: readonly string[];
  /** Names of context documents put beside the input. */
  readonly documents: readonly string[];
  /** Shape of the answer; undefined: text. Prefer `.nullable()` to `.optional()`: it keeps the provider's strict mode. */
  readonly output: z.ZodType | undefined;
  readonly limits: AgentLimits;
};

/** What an agent is asked. */
export type AgentRunRequest = {
  readonly agent: string;
  /** Tells the agents of one run apart: a workflow step's name. Undefined where the run has one agent. */
  readonly step: string | undefined;
  /** What the person or the workflow asks; untrusted unless a person who may command wrote it. */
  readonly input: string;
  /** Material beside the question, such as a diff or a log. Fenced and labelled as data before a model sees it. */
  readonly material: readonly AgentMaterial[];
  readonly context: DevOpsContext;
  /** Lowers the definition's limits, never raises them. */
  readonly limits: Partial<AgentLimits>;
  /** Tools say what they would do and change nothing. */
  readonly dryRun: boolean;
};

export type AgentMaterial = {
  /** For example `pull request title`, `workflow log`, `context document deploys.md`. */
  readonly label: string;
  readonly text: string;
};

/** Tokens and money of one model within a run. */
export type ModelUsage = {
  /** `<provider>/<model>`. */
  readonly model: string;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when the model's price is not configured. */
  readonly costUsd: number | null;
};

/** One thing that happened; a run's steps are its trace, a tree. */
export type AgentStep = {
  /** Position in the order of their beginnings, from 1. */
  readonly step: number;
  /** The step it happened within: the call that asked another agent. Undefined at the top. */
  readonly parent: number | undefined;
  readonly agent: string;
  readonly kind: 'model' | 'tool' | 'agent' | 'handoff' | 'guardrail';
  /** Model, tool, agent or guardrail. */
  readonly name: string;
  /** For example `ok`, `refused`, `reject`, `stop`, `retried`, `failed`. */
  readonly outcome: string;
  /** Milliseconds since the run began. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** True when the result came from the journal: an earlier process did it. */
  readonly replayed: boolean;
  readonly usage: ModelUsage | undefined;
  /** A short excerpt for people, secrets masked. Untrusted text. */
  readonly detail: string | undefined;
};

/** A call that waits for a person. Approving binds the digest: of the tool, its exact input and the run. */
export type PendingApproval = {
  readonly callId: string;
  readonly agent: string;
  readonly tool: string;
  readonly risk: ToolRisk;
  /** What would be done, for the person who decides. Untrusted text. */
  readonly plan: string;
  readonly digest: string;
};

/** Where a run finds what people said of its plans. */
export type AgentApprovals = ToolApprovals & {
  /** Who rejected a plan and why; undefined while nobody has. */
  readonly rejection: (
    digest: string,
  ) => Promise<{ readonly by: string; readonly reason: string } | undefined>;
};

/** How a run ended. Only `completed` is the whole answer. */
export type AgentRunResult = {
  readonly traceId: string;
  readonly usage: readonly ModelUsage[];
  readonly steps: readonly AgentStep[];
  /** Sentences about what was left out, cut or not reached; safe to show. */
  readonly gaps: readonly string[];
} & (
  | { readonly outcome: 'completed'; readonly output: unknown }
  /** A limit, a budget or the provider ended it; `output` is what it has, undefined when that is nothing. */
  | { readonly outcome: 'incomplete'; readonly output: unknown; readonly reason: string }
  /** A guardrail stopped it. */
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string }
  /** Nothing was asked: no model, an unknown tool, a definition that cannot run. `reason` says what is missing. */
  | { readonly outcome: 'failed'; readonly code: string; readonly reason: string }
  | { readonly outcome: 'cancelled' }
  /**
   * Everything that needed no approval is done and journalled. Running the same request again with the same journal,
   * in any process, goes on from here; it waits again for what nobody has decided yet.
   */
  | { readonly outcome: 'awaiting-approval'; readonly approvals: readonly PendingApproval[] }
);

/** What a listener hears while a run is under way. Text is untrusted. */
export type AgentEvent =
  | { readonly kind: 'agent-started'; readonly agent: string }
  | { readonly kind: 'model-started'; readonly agent: string; readonly model: string; readonly turn: number }
  /** Only sent when no guardrail still has to see the answer. */
  | { readonly kind: 'text'; readonly agent: string; readonly delta: string }
  /** What was sent of this answer does not count: its stream broke and it is asked again. */
  | { readonly kind: 'text-discarded'; readonly agent: string }
  | { readonly kind: 'tool-started'; readonly agent: string; readonly tool: string; readonly callId: string }
  | { readonly kind: 'step-ended'; readonly step: AgentStep }
  | { readonly kind: 'ended'; readonly result: AgentRunResult };

/** Remembers results under names, so that a resumed run repeats nothing: the engine's context is one. */
export type AgentJournal = Pick<RunContext, 'step' | 'effect'>;

/** What one run needs beside its request. */
export type AgentRunOptions = {
  readonly signal: AbortSignal;
  readonly journal: AgentJournal;
  readonly approvals: AgentApprovals;
  /** Hears what happens; text is only streamed to those who listen. */
  readonly onEvent?: (event: AgentEvent) => void;
};

/**
 * Runs an agent to its end, or up to where it waits for a person; never throws for what a model, a provider, a tool or
 * a guardrail does. The same request with the same journal repeats nothing: that is how a run goes on after a crash or
 * an approval.
 *
 * @throws what the journal throws: the run is then lost to another worker or its process stops.
 */
export type RunAgent = (request: AgentRunRequest, options: AgentRunOptions) => Promise<AgentRunResult>;

/** The tools of one process, as the runner calls them. */
export type AgentTools = {
  readonly find: (name: string) => Tool | undefined;
  /** One call with everything that must hold around it. @throws what the journal throws, and on cancellation. */
  readonly invoke: (call: {
    readonly tool: Tool;
    /** As the model wrote it: JSON text, perhaps not even that. */
    readonly input: unknown;
    readonly access: ToolAccess;
    readonly context: DevOpsContext;
    readonly guards: readonly ToolGuard[];
    readonly approvals: ToolApprovals;
    readonly journal: AgentJournal;
    /** Unique within the run and the same after a crash. */
    readonly step: string;
    readonly dryRun: boolean;
    readonly signal: AbortSignal;
  }) => Promise<ToolResult>;
};

/** Where the runner finds what definitions name; each look-up returns undefined for an unknown name. */
export type AgentParts = {
  readonly agent: (name: string) => AgentDefinition | undefined;
  readonly tools: AgentTools;
  /** Which tools of the family `hosted` the configuration turned on. */
  readonly hosted: HostedToolsConfig;
  /**
   * The guardrails of an agent in the order they are asked: those that always hold and those it names. Those that are
   * agents themselves ask through `ask`, within the run's limits, journal and usage.
   */
  readonly guardrails: (names: readonly string[], ask: AskGuardModel) => readonly Guardrail[];
  /** Text of a context document. */
  readonly document: (name: string) => string | undefined;
};
