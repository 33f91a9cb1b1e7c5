import type { DefinitionFiles } from '../../agents/custom/load-agents.ts';
import type { AgentDefinition, AgentTools, RunAgent } from '../../contracts/agent.ts';
import type { Config } from '../../contracts/config.ts';
import type { DevOpsContext, RepositoryName } from '../../contracts/context.ts';
import type { ToolRisk } from '../../contracts/tool.ts';

/** Money that one run may spend, set aside before each of its agents begins. */
export type RunBudget = {
  reserve(
    context: DevOpsContext,
    costUsd: number,
  ): Promise<{ readonly kind: 'allow' } | { readonly kind: 'deny'; readonly reason: string }>;
  settle(context: DevOpsContext, costUsd: number): Promise<void>;
};

/** Agents and tools of one run. */
export type ComposedRun = {
  readonly runAgent: RunAgent;
  readonly tools: AgentTools;
  readonly gaps: readonly string[];
  readonly close: () => Promise<void>;
};

/** What runs that ask agents are given beside the others' parts; composed in `runtime.ts`. */
export type AgentRunParts = {
  /** Every tool of the process and those that a configuration adds, with their risks. */
  readonly toolRisks: (config: Config) => ReadonlyMap<string, ToolRisk>;
  /** Names of the built-in guardrails. */
  readonly guardrails: readonly string[];
  /** The definition files of the owner's `.github` repository; empty when there are none or it is out of reach. */
  readonly organisationFiles: (options: {
    readonly installationId: number;
    readonly owner: string;
  }) => Promise<DefinitionFiles>;
  /**
   * Agents and tools for one run, in the repository that its event came from. Tools of others that none of
   * `toolNames` names are not connected to; `close` ends the connections, `gaps` says which could not be made.
   */
  readonly compose: (run: {
    readonly config: Config;
    /** Whose AWS account tools may reach; undefined: none. */
    readonly repository?: RepositoryName;
    readonly agents: readonly AgentDefinition[];
    readonly documents: Readonly<Record<string, string>>;
    readonly toolNames: readonly string[];
    readonly budget: RunBudget;
  }) => Promise<ComposedRun>;
};
