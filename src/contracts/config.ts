import type { DeployConfig } from './deploy.ts';
import type { Severity } from './severity.ts';

/** What a rule id is set to: not run at all, or every finding of it given this severity. */
export type RuleSetting = Severity | 'off';

/** US dollars per million tokens. */
export type ModelPrice = { readonly inputUsdPerMillion: number; readonly outputUsdPerMillion: number };

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
  };
  readonly model: {
    /** Undefined: the one of the environment (`DEVOPS_MODEL`), else no model is asked. */
    readonly name: string | undefined;
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
    };
  };
  /** Apps (by numeric app id) whose bot comments may carry commands. */
  readonly bots: { readonly allow: readonly number[] };
  readonly deploy: DeployConfig;
};
