import { randomUUID } from 'node:crypto';
import { renderRepositoryFacts, repositoryFactsDocument } from '../src/agents/context/repository-facts.ts';
import { loadAgents } from '../src/agents/custom/load-agents.ts';
import { builtInAgents } from '../src/agents/index.ts';
import { createMemoryJournal } from '../src/agents/runtime/memory-journal.ts';
import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import { createTokenAccess } from '../src/clients/github/token-access.ts';
import { createHostReader } from '../src/clients/host.ts';
import { formatConfigProblem } from '../src/config/index.ts';
import type { PolicyLoader } from '../src/config/load-policy.ts';
import type { DevOpsContext } from '../src/contracts/context.ts';
import { detectors } from '../src/detectors/index.ts';
import { didYouMean } from '../src/did-you-mean.ts';
import { AppError } from '../src/errors.ts';
import { guardrailDefinitions, guardrailsFor } from '../src/guardrails/index.ts';
import { withOwnSecrets } from '../src/guardrails/redact-own-secrets.ts';
import { createSecretRedactor } from '../src/guardrails/redact-secrets.ts';
import type { Logger } from '../src/logger.ts';
import { renderAgentAnswer, renderWorkflowAnswer } from '../src/results/agent-answer.ts';
import { createSecretGuard, type KnownSecret } from '../src/results/secret-guard.ts';
import { composeAgents } from '../src/runtime/compose-run-agent.ts';
import { createOwnAws } from '../src/runtime/own-aws.ts';
import { createBuiltInTools } from '../src/tools/index.ts';
import { createOwnSecretsGuard } from '../src/tools/own-secrets-guard.ts';
import { createToolRegistry } from '../src/tools/registry.ts';
import { loadWorkflows } from '../src/workflows/load-workflows.ts';
import { readInputs } from '../src/workflows/read-inputs.ts';
import { runWorkflow } from '../src/workflows/run-workflow.ts';
import { modelVariables } from './model-variables.ts';
import type { Job } from './run.ts';

/** What a job that runs an agent or a workflow has beside the job itself. */
export type AgentJob = Job & {
  readonly client: RepositoryClient;
  readonly loadPolicy: PolicyLoader;
  readonly secrets: readonly KnownSecret[];
  readonly logger: Logger;
};

/**
 * Runs the agent or the workflow that the inputs name, as the default branch defines it, and puts its result into the
 * job's summary and outputs. Returns the exit code: 0 only for a whole answer.
 */
export async function runAgents(job: AgentJob): Promise<number> {
  const { inputs, runner } = job;
  const prepared = await prepareAgentJob(job);
  const told =
    inputs.workflow === undefined ? await tellAgent(job, prepared) : await tellWorkflow(job, prepared);
  for (const problem of prepared.problems) runner.annotate('warning', problem);
  runner.summarise(told.text);
  runner.setOutput('outcome', told.outcome);
  runner.setOutput('result', told.result);
  if (told.outcome === 'completed') return 0;
  const why = told.reason === undefined ? '' : `: ${told.reason}`;
  runner.annotate('error', `${inputs.workflow ?? inputs.agent} ended as ${told.outcome}${why}`);
  return 1;
}

type Told = {
  readonly outcome: string;
  readonly reason: string | undefined;
  readonly text: string;
  /** JSON. */
  readonly result: string;
};

/** Agents, tools and limits of a job, as the default branch defines them. */
export async function prepareAgentJob(job: AgentJob) {
  const { client, environment, inputs } = job;
  const { text } = await client.policy();
  const { config, warnings } = await job.loadPolicy({ installationId: 0, owner: environment.owner, text });
  const { files, commit, gaps } = await client.definitionFiles();
  const check = createSecretGuard(job.secrets);
  const findSecrets = (value: string): readonly string[] => {
    const decision = check(value);
    return decision.kind === 'allow' ? [] : decision.names;
  };
  const { apiUrl } = environment;
  const github = createTokenAccess({ token: inputs['github-token'], apiUrl });
  const aws = createOwnAws(environment.aws, config.aws);
  const registry = createToolRegistry(
    createBuiltInTools({ github, host: createHostReader(), aws: aws.access }),
  );
  const tools = new Map(registry.tools.map(({ name, risk }) => [name, risk]));
  const guardrails = [...guardrailDefinitions, ...config.guardrails].map(({ name }) => name);
  const organisation = new Map<string, string>();
  const known = { tools, guardrails };
  const loaded = loadAgents({ builtIn: builtInAgents, organisation, repository: files, known });
  const agents = new Map([...loaded.agents].map(([name, { definition }]) => [name, definition]));
  const { workflows, problems } = loadWorkflows({
    organisation,
    repository: files,
    known: { agents, tools },
  });
  const repository = { owner: environment.owner, name: environment.repo };
  const environments = config.deploy.environments.map(({ name }) => name);
  const facts = renderRepositoryFacts({ repository, defaultBranch: undefined, commit, environments });
  const redact = createSecretRedactor(detectors);
  const post = (): Promise<never> => Promise.reject(new Error('No endpoint may be asked.'));
  const composed = composeAgents({
    config,
    environment: { variables: modelVariables(inputs), storedKeys: {}, shared: false },
    agents: [...agents.values()],
    documents: { ...Object.fromEntries(loaded.documents), [repositoryFactsDocument]: facts },
    registry,
    ports: {
      guards: [createOwnSecretsGuard(check)],
      audit: () => Promise.resolve(),
      redact: value => redact('tool-output', value),
    },
    guardrails: (named, ask) =>
      guardrailsFor({ named, parts: { findSecrets, redact, ask, post }, configured: config.guardrails }),
    redact: withOwnSecrets(redact, findSecrets),
    budget: { reserve: () => Promise.resolve({ kind: 'allow' }), settle: () => Promise.resolve() },
    keepTrace: () => Promise.resolve(),
    logger: job.logger,
  });
  const runId = randomUUID();
  return {
    ...composed,
    agents,
    workflows,
    context: contextOf(job, runId),
    options: {
      signal: job.signal,
      journal: createMemoryJournal(runId),
      // A job waits for nobody: what needs an approval is not done, and the result says so.
      approvals: { take: async () => undefined, rejection: async () => undefined },
    },
    maxUsd: config.model.budget.perRunUsd,
    problems: [...warnings, ...gaps, ...[...loaded.problems, ...problems].map(formatConfigProblem)],
  };
}

type Prepared = Awaited<ReturnType<typeof prepareAgentJob>>;

async function tellAgent({ inputs }: AgentJob, prepared: Prepared): Promise<Told> {
  const { agent, input } = inputs;
  const { agents, context, options, maxUsd } = prepared;
  if (!agents.has(agent)) throw unknownName('agent', agent, [...agents.keys()]);
  if (input === undefined)
    throw new AppError({ code: 'bad-input', publicMessage: 'input `input`: say what the agent shall do.' });
  const limits = { costUsd: maxUsd };
  const result = await prepared.runAgent(
    { agent, step: undefined, input, material: [], context, limits, dryRun: false },
    options,
  );
  return {
    outcome: result.outcome,
    reason: 'reason' in result ? result.reason : undefined,
    text: renderAgentAnswer(agent, result, { approvals: [], notes: [] }),
    result: JSON.stringify('output' in result ? (result.output ?? null) : null),
  };
}

async function tellWorkflow({ inputs }: AgentJob, prepared: Prepared): Promise<Told> {
  const { workflows, context, options, maxUsd, runAgent, tools } = prepared;
  const name = inputs.workflow ?? '';
  const workflow = workflows.get(name);
  if (workflow === undefined) throw unknownName('workflow', name, [...workflows.keys()]);
  const read = readInputs(workflow.inputs, pairsOf(inputs.input ?? ''));
  if (read.kind === 'problems')
    throw new AppError({ code: 'bad-input', publicMessage: `input \`input\`: ${read.problems.join(' ')}` });
  const limits = { ...workflow.limits, costUsd: Math.min(workflow.limits.costUsd, maxUsd) };
  const result = await runWorkflow(
    { ...workflow, limits },
    { inputs: read.values, context, dryRun: false },
    options,
    { runAgent, tools, guards: [], now: () => performance.now() },
  );
  return {
    outcome: result.outcome,
    reason: result.reason,
    text: renderWorkflowAnswer(result, { approvals: [], notes: [] }),
    result: JSON.stringify(result.outputs),
  };
}

/** `key=value`, one a line. */
function pairsOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  return Object.fromEntries(
    lines.map(line => {
      const at = line.indexOf('=');
      return at < 1 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

function unknownName(what: string, name: string, known: readonly string[]): AppError {
  const publicMessage = `There is no ${what} "${name.slice(0, 40)}" on the default branch.${didYouMean(name, known)} Known: ${known.join(', ')}.`;
  return new AppError({ code: 'bad-input', publicMessage });
}

function contextOf({ environment }: AgentJob, runId: string): DevOpsContext {
  const { subject } = environment;
  return {
    runId,
    actor: 'github-actions',
    entry: 'action',
    installationId: undefined,
    repository: { owner: environment.owner, name: environment.repo },
    pullRequest: subject.kind === 'pull-request' ? subject.number : undefined,
    issue: undefined,
    environment: undefined,
    region: undefined,
  };
}
