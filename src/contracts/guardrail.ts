import type { DevOpsContext } from './context.ts';
import type { ToolRisk } from './tool.ts';

/**
 * Where a guardrail stands: before the first request to a model, on an agent's final answer, before a tool works,
 * and on what a tool gave before a model sees it.
 */
export const guardrailPlaces = ['input', 'output', 'tool-input', 'tool-output'] as const;
export type GuardrailPlace = (typeof guardrailPlaces)[number];

/** How a guardrail decides: code of ours, patterns, a model's judgement, or a service of the user's. */
export const guardrailKinds = ['function', 'pattern', 'agent', 'endpoint'] as const;
export type GuardrailKind = (typeof guardrailKinds)[number];

/**
 * What a guardrail says. `reject` takes this one text or call back and tells the model why, so that it can do better;
 * `stop` ends the run. A message never repeats what it was about.
 */
export type GuardrailOutcome =
  | { readonly kind: 'allow' }
  | { readonly kind: 'reject'; readonly code: string; readonly message: string }
  | { readonly kind: 'stop'; readonly code: string; readonly message: string };

/** The tool whose call or result is looked at. */
export type GuardedTool = {
  readonly name: string;
  readonly risk: ToolRisk;
  /** Whether it is an MCP server's, an HTTP endpoint's or a provider's rather than one of the registry's own. */
  readonly external: boolean;
};

/** What a run has used so far, and what it may use. */
export type GuardedBudget = {
  readonly spentUsd: number;
  readonly maxUsd: number;
  readonly tokens: number;
  readonly maxTokens: number;
  readonly toolCalls: number;
  readonly maxToolCalls: number;
};

/** What a guardrail is given. */
export type GuardrailSubject = {
  readonly place: GuardrailPlace;
  /** What is looked at, as text; for a tool's parameters and result their JSON. */
  readonly text: string;
  /** A tool's parameters as they will be used, after its schema parsed them; undefined elsewhere. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  readonly tool?: GuardedTool | undefined;
  /** Whether a person approved exactly this call. */
  readonly approved?: boolean | undefined;
  readonly budget?: GuardedBudget | undefined;
  readonly context: DevOpsContext;
  readonly signal: AbortSignal;
};

/** A guardrail ready for use. `check` may throw: that closes. */
export type Guardrail = {
  /** Kebab-case; what agent files and the configuration name. */
  readonly name: string;
  readonly kind: GuardrailKind;
  /** One sentence for people. */
  readonly description: string;
  readonly places: readonly GuardrailPlace[];
  readonly check: (subject: GuardrailSubject) => GuardrailOutcome | Promise<GuardrailOutcome>;
};

/** What the guardrails of a place came to, and which one said so. */
export type GuardrailVerdict =
  | { readonly kind: 'allow' }
  | {
      readonly kind: 'reject' | 'stop';
      readonly guardrail: string;
      readonly code: string;
      readonly message: string;
    };

/** One guardrail's look at one text, for traces. */
export type GuardrailTrace = {
  readonly guardrail: string;
  readonly place: GuardrailPlace;
  readonly outcome: GuardrailOutcome['kind'] | 'failed';
  readonly code: string | undefined;
};

/**
 * Asks a model one question about a text: whether it breaks a rule. The model gets no tools, and what it answers can
 * only add a block. @throws when there is no usable answer.
 */
export type AskGuardModel = (question: {
  /** The rule, ours or the configuration's. */
  readonly rule: string;
  /** Untrusted; the implementation fences it. */
  readonly text: string;
  readonly context: DevOpsContext;
  readonly signal: AbortSignal;
}) => Promise<{ readonly violates: boolean; readonly reason: string }>;

/** A guardrail of the configuration, `guardrails.<name>` in `.github/devops.yml`. */
export type ConfiguredGuardrail = {
  readonly name: string;
  readonly places: readonly GuardrailPlace[];
  /** Only calls of these tools; undefined: of every tool. */
  readonly tools: readonly string[] | undefined;
  /** Whether it applies to agents that do not name it. */
  readonly always: boolean;
  readonly action: 'reject' | 'stop';
  /** What the model or the person is told. */
  readonly message: string;
  readonly check:
    | { readonly kind: 'pattern'; readonly patterns: readonly string[]; readonly ignoreCase: boolean }
    | { readonly kind: 'agent'; readonly rule: string }
    | { readonly kind: 'endpoint'; readonly url: string };
};
