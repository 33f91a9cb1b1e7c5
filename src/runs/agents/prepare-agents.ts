import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type {
  AgentDefinition,
  AgentRunOptions,
  AgentRunRequest,
  AgentRunResult,
} from '../../contracts/agent.ts';
import type { DevOpsContext } from '../../contracts/context.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { toolsOfWorkflow } from '../../workflows/tools-of-workflow.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { AgentPlace } from './agent-command-run.ts';
import type { ComposedRun } from './agent-run-parts.ts';
import { loadDefinitions, type RepositoryDefinitions } from './load-definitions.ts';
import { type ApprovingRun, createRunApprovals } from './run-approvals.ts';
import { createRunBudget } from './run-budget.ts';

/** Everything that agents and workflows of one run share. */
export type Prepared = {
  readonly definitions: RepositoryDefinitions;
  readonly composed: ComposedRun;
  readonly devOps: DevOpsContext;
  readonly options: AgentRunOptions;
  /** US dollars. */
  readonly maxUsd: number;
};

/** Reads the definitions and puts agents, tools and the budget of one run together; `composed.close` ends it. */
export async function prepareAgents(
  context: RunContext,
  {
    place,
    client,
    own = [],
  }: {
    readonly place: AgentPlace;
    readonly client: RepositoryClient;
    /** Agents of the run itself, beside those that people may start. */
    readonly own?: readonly AgentDefinition[];
  },
  parts: RunParts,
): Promise<Prepared> {
  const { repository, installationId, issue } = place;
  const { text } = await client.policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  const loaded = await loadDefinitions({ client, installationId, repository, config }, parts.agents);
  const { budget } = config.model;
  const run = { runId: context.request.id, repository: repositoryKey(repository), issue };
  const composed = await parts.agents.compose({
    config,
    repository,
    agents: [...[...loaded.agents.values()].map(agent => agent.definition), ...own],
    toolNames: toolNamesOf(loaded),
    documents: loaded.documents,
    budget: createRunBudget(
      { ...run, actor: context.request.actor.login, budget },
      { spending: parts.store.spending, now: parts.now },
    ),
  });
  const approvals = createRunApprovals(approvingRun(context, place), {
    approvals: parts.store.approvals,
    now: parts.now,
  });
  return {
    definitions: { ...loaded, problems: [...loaded.problems, ...composed.gaps] },
    composed,
    devOps: contextOf(context, place),
    options: { signal: context.signal, journal: context, approvals },
    maxUsd: budget.perRunUsd,
  };
}

/** The tools that any agent or workflow of the repository names. */
function toolNamesOf({ agents, workflows }: RepositoryDefinitions): readonly string[] {
  return [
    ...[...agents.values()].flatMap(({ definition }) => definition.tools),
    ...[...workflows.values()].flatMap(toolsOfWorkflow),
  ];
}

/** Asks one agent within the run's money. `material` is data. */
export async function askAgent(
  { agent, input, material }: Pick<AgentRunRequest, 'agent' | 'input' | 'material'>,
  prepared: Prepared,
): Promise<AgentRunResult> {
  const { composed, devOps, options, maxUsd } = prepared;
  const limits = { costUsd: maxUsd };
  return await composed.runAgent(
    { agent, step: undefined, input, material, context: devOps, limits, dryRun: false },
    options,
  );
}

function contextOf(
  { request }: RunContext,
  { repository, installationId, issue, onPullRequest }: AgentPlace,
): DevOpsContext {
  return {
    runId: request.id,
    actor: request.actor.login,
    entry: 'app',
    installationId,
    repository: { owner: repository.owner, name: repository.name },
    pullRequest: onPullRequest ? issue : undefined,
    issue,
    environment: undefined,
    region: undefined,
  };
}

/** Whose plans wait for people. */
export function approvingRun({ request }: RunContext, place: AgentPlace): ApprovingRun {
  return {
    runId: request.id,
    repository: repositoryKey(place.repository),
    pullRequest: place.onPullRequest ? place.issue : null,
    actor: request.actor.login,
  };
}
