import type { AwsConfig } from './aws.ts';
import type { CiConfig } from './ci.ts';
import type { CodeReviewConfig } from './code-review.ts';
import type { DeployConfig } from './deploy.ts';
import type { ToolsConfig } from './external-tool.ts';
import type { ConfiguredGuardrail } from './guardrail.ts';
import type { ScheduleEntry } from './schedule.ts';
import type { Severity } from './severity.ts';
import type { TriageConfig } from './triage.ts';

/** What a rule id is set to: not run at all, or every finding of it given this severity. */
export type RuleSetting = Severity | 'off';

/** US dollars per million tokens. */
export type ModelPrice = { readonly inputUsdPerMillion: number; readonly outputUsdPerMillion: number };

/** The APIs that a model's server can speak. */
export const providerKinds = ['openai', 'openai-compatible', 'anthropic', 'google'] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** A place to ask models at, as configured. */
export type ProviderConfig = {
  readonly kind: ProviderKind;
  /** Undefined: the kind's own address; `openai-compatible` has none and needs one. */
  readonly baseUrl: string | undefined;
  /** Name of the environment variable that holds the key; undefined: the kind's own, or none. */
  readonly apiKeyEnv: string | undefined;
  /** Name of a key stored with `devops providers set-key`. */
  readonly apiKeyStored: string | undefined;
  /** By the name the provider gives them. Models that are not listed can be asked, at an unknown price. */
  readonly models: Readonly<
    Record<string, { readonly price: ModelPrice | undefined; readonly maxInputTokens: number | undefined }>
  >;
};

/** The effective configuration: defaults filled in, organisation and repository merged. */
export type Config = {
  readonly review: {
    readonly enabled: boolean;
    readonly drafts: boolean;
    /** Pull requests opened by bots: none, all, or those of the listed app slugs (`dependabot`, without `[bot]`). */
    readonly bots: boolean | readonly string[];
    readonly failOn: Severity | 'never';
    /** Least severity that is shown; what is below is counted. */
    readonly reportFrom: Severity;
    /** Globs over repository paths whose findings are counted, not shown; match with `createPathFilter`. */
    readonly exclude: readonly string[];
    readonly rules: Readonly<Record<string, RuleSetting>>;
    readonly sarif: 'auto' | 'off';
    readonly comment: 'findings' | 'always' | 'never';
    readonly forks: { readonly model: 'off' | 'on-request' };
    /** Whether GitHub and OSV are asked about the actions and packages that a change brings in. */
    readonly online: boolean;
    /** Settings of the code review. */
    readonly code: CodeReviewConfig;
  };
  readonly dependencies: {
    /** Whether OSV is asked where the repository has no dependency review; it is told names and versions. */
    readonly osv: boolean;
    /** SPDX ids: with `allow`, those alone; else all that `deny` does not name. Both empty: any. */
    readonly licences: { readonly allow: readonly string[]; readonly deny: readonly string[] };
  };
  readonly model: {
    /** Undefined: the one of the environment (`DEVOPS_MODEL`), else no model is asked. */
    readonly name: string | undefined;
    /** Asked when an agent's model fails for good; undefined: none. */
    readonly fallback: string | undefined;
    /**
     * An OpenAI-compatible endpoint. A server shared by several owners must not send its own key there because a
     * repository says so: see `apiKeyEnv`.
     */
    readonly baseUrl: string | undefined;
    /** Name of the environment variable that holds the key; always ends in `_API_KEY`. */
    readonly apiKeyEnv: string | undefined;
    /** Undefined: costs are unknown and reported as such. */
    readonly price: ModelPrice | undefined;
    /** Most tokens one request may carry in. */
    readonly maxInputTokens: number;
    /** US dollars; `perDay` counts UTC days of one repository. */
    readonly budget: {
      readonly perRunUsd: number;
      readonly perPullRequestUsd: number;
      readonly perDayUsd: number;
      /** What runs that one person asked for may cost in one UTC day. */
      readonly perActorPerDayUsd: number;
    };
  };
  /** By name; beside those that are always there: `openai`, `anthropic`, `google`, `huggingface`. */
  readonly providers: Readonly<Record<string, ProviderConfig>>;
  /** HTTP endpoints and MCP servers as tools. */
  readonly tools: ToolsConfig;
  /** Apps (by numeric app id) whose bot comments may carry commands. */
  readonly bots: { readonly allow: readonly number[] };
  readonly deploy: DeployConfig;
  readonly aws: AwsConfig;
  /** The organisation's and the repository's own guardrails of agents, beside the built-in ones. */
  readonly guardrails: readonly ConfiguredGuardrail[];
  /** What is said and done when CI fails. */
  readonly ci: CiConfig;
  /** What is done about issues. */
  readonly triage: TriageConfig;
  /** What the App's server does at set times. */
  readonly schedule: readonly ScheduleEntry[];
};
