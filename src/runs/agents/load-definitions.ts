import { renderRepositoryFacts, repositoryFactsDocument } from '../../agents/context/repository-facts.ts';
import { type LoadedAgents, loadAgents } from '../../agents/custom/load-agents.ts';
import { builtInAgents } from '../../agents/index.ts';
import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import { formatConfigProblem } from '../../config/index.ts';
import type { Config } from '../../contracts/config.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { WorkflowDefinition } from '../../contracts/workflow.ts';
import { loadWorkflows } from '../../workflows/load-workflows.ts';
import type { AgentRunParts } from './agent-run-parts.ts';

/** What agents and workflows there are in a repository, and sentences about what is wrong with some of them. */
export type RepositoryDefinitions = {
  readonly agents: LoadedAgents['agents'];
  readonly documents: Readonly<Record<string, string>>;
  readonly workflows: ReadonlyMap<string, WorkflowDefinition>;
  readonly problems: readonly string[];
};

/** Reads the definitions at the head of the default branch, beside the organisation's and the built-in ones. */
export async function loadDefinitions(
  source: {
    readonly client: RepositoryClient;
    readonly installationId: number;
    readonly repository: RepositoryRef;
    readonly config: Config;
  },
  parts: AgentRunParts,
): Promise<RepositoryDefinitions> {
  const { client, installationId, repository, config } = source;
  const { files, commit, gaps } = await client.definitionFiles();
  const organisation = await parts.organisationFiles({ installationId, owner: repository.owner });
  const tools = parts.toolRisks(config);
  const guardrails = [...parts.guardrails, ...config.guardrails.map(({ name }) => name)];
  const loaded = loadAgents({
    builtIn: builtInAgents,
    organisation,
    repository: files,
    known: { tools, guardrails },
  });
  const agents = new Map([...loaded.agents].map(([name, { definition }]) => [name, definition]));
  const { workflows, problems } = loadWorkflows({
    organisation,
    repository: files,
    known: { agents, tools },
  });
  const facts = renderRepositoryFacts({
    repository,
    defaultBranch: repository.defaultBranch,
    commit,
    environments: config.deploy.environments.map(({ name }) => name),
  });
  return {
    agents: loaded.agents,
    documents: { ...Object.fromEntries(loaded.documents), [repositoryFactsDocument]: facts },
    workflows,
    problems: [...gaps, ...[...loaded.problems, ...problems].map(formatConfigProblem)],
  };
}
