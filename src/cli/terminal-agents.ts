import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { renderRepositoryFacts, repositoryFactsDocument } from '../agents/context/repository-facts.ts';
import { createMemoryJournal } from '../agents/runtime/memory-journal.ts';
import { createOutsideHttp } from '../clients/outside/outside-http.ts';
import { createPostJson } from '../clients/outside/post-json.ts';
import { readToolEnvironment } from '../config/tool-environment.ts';
import type {
  AgentApprovals,
  AgentDefinition,
  AgentJournal,
  AgentTools,
  ModelUsage,
  RunAgent,
} from '../contracts/agent.ts';
import type { Config } from '../contracts/config.ts';
import type { DevOpsContext } from '../contracts/context.ts';
import { detectors } from '../detectors/index.ts';
import { findRepository } from '../git/find-repository.ts';
import { guardrailsFor } from '../guardrails/index.ts';
import { withOwnSecrets } from '../guardrails/redact-own-secrets.ts';
import { createSecretRedactor } from '../guardrails/redact-secrets.ts';
import { silentLogger } from '../logger.ts';
import { composeAgents } from '../runtime/compose-run-agent.ts';
import { openKeys } from '../runtime/stored-keys.ts';
import { toolsOfWorkflow } from '../workflows/tools-of-workflow.ts';
import { UsageError } from './cli-error.ts';
import { escapeText } from './escape-text.ts';
import { type LocalDefinitions, readLocalDefinitions } from './local-definitions.ts';
import { createLocalPolicy, readWorkTreePolicy } from './local-policy.ts';
import { storeLocation, withLocalStore } from './local-store.ts';
import type { Terminal } from './terminal.ts';
import { createTerminalTools } from './terminal-tools.ts';

/** Options that agents and workflows share. */
export type TerminalAgentOptions = {
  readonly repo?: string;
  readonly dryRun?: boolean;
  readonly approve?: readonly string[];
  readonly format?: string;
  readonly json?: boolean;
};

/** Fewest digits of a digest that `--approve` takes. */
export const shortestDigest = 12;

/** Everything a terminal needs to run agents: they live in the work tree and in this release. */
export type TerminalAgents = {
  readonly definitions: LocalDefinitions;
  readonly runAgent: RunAgent;
  readonly tools: AgentTools;
  readonly context: DevOpsContext;
  readonly journal: AgentJournal;
  readonly approvals: AgentApprovals;
  readonly signal: AbortSignal;
  /** Ends the connections to others' tools. */
  readonly close: () => Promise<void>;
};

/** Composes the agents for a person at a terminal, with the credentials of the environment. `own`: those of a command. */
export async function createTerminalAgents(
  options: TerminalAgentOptions,
  terminal: Terminal,
  own: readonly AgentDefinition[] = [],
): Promise<TerminalAgents> {
  const definitions = await readLocalDefinitions(terminal.folder);
  const { registry, ports, findSecrets, context, close } = await createTerminalTools({
    terminal,
    repository: options.repo,
    approves: false,
    isWanted: toolsIn(definitions),
  });
  const root = await findRepository(terminal.folder);
  const policy = createLocalPolicy({
    named: undefined,
    repositoryFile: () => (root === undefined ? undefined : readWorkTreePolicy(root)),
    failOn: undefined,
  });
  for (const warning of policy.warnings) terminal.note(`devops: ${escapeText(warning)}\n`);
  const redact = createSecretRedactor(detectors);
  const post = createPostJson(createOutsideHttp(readToolEnvironment(terminal.environment)));
  const runId = randomUUID();
  const facts = renderRepositoryFacts({
    repository: context.repository,
    defaultBranch: undefined,
    commit: undefined,
    environments: policy.config.deploy.environments.map(({ name }) => name),
  });
  return {
    definitions,
    ...composeAgents({
      config: policy.config,
      environment: {
        variables: terminal.environment,
        storedKeys: await storedKeys(policy.config, terminal),
        shared: false,
      },
      agents: [...[...definitions.agents.values()].map(({ definition }) => definition), ...own],
      documents: { ...Object.fromEntries(definitions.documents), [repositoryFactsDocument]: facts },
      registry,
      ports,
      guardrails: (named, ask) =>
        guardrailsFor({
          named,
          parts: { findSecrets, redact, ask, post },
          configured: policy.config.guardrails,
        }),
      redact: withOwnSecrets(redact, findSecrets),
      // Whoever sits at the terminal pays; --max-usd bounds a run.
      budget: { reserve: () => Promise.resolve({ kind: 'allow' }), settle: () => Promise.resolve() },
      keepTrace: async trace => {
        if (storeLocation(terminal) === undefined) return;
        await withLocalStore(terminal, store => store.traces.keep(trace));
      },
      logger: silentLogger,
    }),
    context: { ...context, runId },
    journal: createMemoryJournal(runId),
    approvals: approvalsOf(options.approve ?? [], context.actor),
    signal: cancelledByUser(),
    close,
  };
}

/** Keys are only unsealed when the configuration names one. */
async function storedKeys(config: Config, terminal: Terminal): Promise<Awaited<ReturnType<typeof openKeys>>> {
  if (!Object.values(config.providers).some(({ apiKeyStored }) => apiKeyStored !== undefined)) return {};
  const { DEVOPS_ENCRYPTION_KEY } = terminal.environment;
  return await withLocalStore(terminal, store => openKeys(store.providerKeys, DEVOPS_ENCRYPTION_KEY));
}

/** The tools that any agent or workflow names: those of others are connected to only then. */
function toolsIn({ agents, workflows }: LocalDefinitions): (name: string) => boolean {
  const named = [...agents.values()].flatMap(({ definition }) => definition.tools);
  const called = [...workflows.values()].flatMap(toolsOfWorkflow);
  return name => named.includes(name) || called.includes(name);
}

/** What was used, in a line for people. */
export function usageLine(usage: readonly ModelUsage[]): string {
  if (usage.length === 0) return 'No model was asked.';
  return usage
    .map(({ model, requests, inputTokens, outputTokens, costUsd }) => {
      const cost = costUsd === null ? 'price not configured' : `${costUsd.toFixed(4)} USD`;
      return `${model}: ${requests} requests, ${inputTokens} tokens in, ${outputTokens} out, ${cost}`;
    })
    .join('; ');
}

/** What the person approved on the command line; each digest covers one plan. */
function approvalsOf(digests: readonly string[], by: string): AgentApprovals {
  const short = digests.find(digest => digest.length < shortestDigest);
  if (short !== undefined)
    throw new UsageError(`--approve takes at least ${shortestDigest} digits of a digest, not "${short}".`);
  return {
    take: ({ digest }) =>
      Promise.resolve(digests.some(given => digest.startsWith(given)) ? { by } : undefined),
    rejection: () => Promise.resolve(undefined),
  };
}

/** Aborted by the first Ctrl-C; the second ends the process as usual. */
function cancelledByUser(): AbortSignal {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  return abort.signal;
}
