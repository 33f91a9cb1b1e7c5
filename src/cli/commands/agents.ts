import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { stringify } from 'yaml';
import { builtInAgents } from '../../agents/index.ts';
import { createMemoryJournal } from '../../agents/runtime/memory-journal.ts';
import type { AgentApprovals, AgentRunResult } from '../../contracts/agent.ts';
import { detectors } from '../../detectors/index.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { findRepository } from '../../git/find-repository.ts';
import { guardrailsFor } from '../../guardrails/index.ts';
import { createSecretRedactor } from '../../guardrails/redact-secrets.ts';
import { silentLogger } from '../../logger.ts';
import { composeRunAgent } from '../../runtime/compose-run-agent.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeText } from '../escape-text.ts';
import { createLocalPolicy, readWorkTreePolicy } from '../local-policy.ts';
import { chooseFormat } from '../report-result.ts';
import type { Terminal } from '../terminal.ts';
import { createTerminalTools } from '../terminal-tools.ts';

/** Options as commander hands them over. */
export type AgentRunCommandOptions = {
  readonly repo?: string;
  readonly dryRun?: boolean;
  readonly approve?: readonly string[];
  readonly maxUsd?: string;
  readonly format?: string;
  readonly json?: boolean;
};

/** Fewest digits of a digest that `--approve` takes. */
const shortestDigest = 12;

/**
 * `devops agents run <name> <input>`: 0 with a whole answer, 2 when it is incomplete, 3 when it was refused or waits
 * for an approval.
 *
 * @throws UsageError for an unknown agent and for options that do not fit.
 */
export async function runAgentCommand(
  asked: { readonly name: string; readonly input: string },
  options: AgentRunCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const known = builtInAgents.map(({ name }) => name);
  if (!known.includes(asked.name))
    throw new UsageError(`There is no agent "${asked.name}".${didYouMean(asked.name, known)}`);
  const maxUsd = readDollars(options.maxUsd);
  const { tools, runAgent } = await compose(options, terminal);
  const runId = randomUUID();
  const result = await runAgent(
    {
      agent: asked.name,
      step: undefined,
      input: asked.input === '-' ? readFileSync(0, 'utf8') : asked.input,
      material: [],
      context: { ...tools.context, runId },
      limits: maxUsd === undefined ? {} : { costUsd: maxUsd },
      dryRun: options.dryRun === true,
    },
    {
      signal: cancelledByUser(),
      journal: createMemoryJournal(runId),
      approvals: approvalsOf(options.approve ?? [], tools.context.actor),
      onEvent: event => {
        if (event.kind === 'model-started')
          terminal.progress(`${event.agent}: asking ${event.model} (${event.turn})`);
        if (event.kind === 'tool-started') terminal.progress(`${event.agent}: ${event.tool}`);
      },
    },
  );
  terminal.progress('');
  if (format === 'json') terminal.write(`${JSON.stringify(result, null, 2)}\n`);
  else print(result, terminal);
  return exitCodeOf(result);
}

async function compose(options: AgentRunCommandOptions, terminal: Terminal) {
  const tools = await createTerminalTools({ terminal, repository: options.repo, approves: false });
  const root = await findRepository(terminal.folder);
  const policy = createLocalPolicy({
    named: undefined,
    repositoryFile: () => (root === undefined ? undefined : readWorkTreePolicy(root)),
    failOn: undefined,
  });
  for (const warning of policy.warnings) terminal.note(`devops: ${escapeText(warning)}\n`);
  const redact = createSecretRedactor(detectors);
  const runAgent = composeRunAgent({
    config: policy.config,
    environment: { variables: terminal.environment, storedKeys: {}, shared: false },
    agents: builtInAgents,
    documents: {},
    registry: tools.registry,
    ports: tools.ports,
    guardrails: (named, ask) =>
      guardrailsFor({
        named,
        parts: {
          findSecrets: tools.findSecrets,
          redact,
          ask,
          post: () =>
            Promise.reject(new Error('Guardrails of the configuration do not run in the terminal.')),
        },
      }),
    redact,
    budget: { reserve: () => Promise.resolve({ kind: 'allow' }), settle: () => Promise.resolve() },
    keepTrace: () => Promise.resolve(),
    logger: silentLogger,
  });
  return { tools, runAgent };
}

function readDollars(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const dollars = Number(text);
  if (Number.isFinite(dollars) && dollars >= 0) return dollars;
  throw new UsageError(`--max-usd must be a number of US dollars, not "${text}".`);
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

function print(result: AgentRunResult, terminal: Terminal): void {
  const note = (text: string): void => terminal.note(`devops: ${escapeLines(text)}\n`);
  switch (result.outcome) {
    case 'completed':
      terminal.write(`${escapeLines(asText(result.output))}\n`);
      break;
    case 'incomplete':
      if (result.output !== undefined) terminal.write(`${escapeLines(asText(result.output))}\n`);
      note(`incomplete: ${result.reason}.`);
      break;
    case 'refused':
    case 'failed':
      note(`${result.reason} (${result.code})`);
      break;
    case 'cancelled':
      note('cancelled.');
      break;
    case 'awaiting-approval':
      for (const { tool, plan, digest } of result.approvals)
        note(`${tool} waits for your approval: ${plan}\n  --approve ${digest.slice(0, shortestDigest)}`);
      break;
  }
  note(usageLine(result));
}

function asText(output: unknown): string {
  return typeof output === 'string' ? output : stringify(output).trimEnd();
}

function usageLine({ usage }: AgentRunResult): string {
  if (usage.length === 0) return 'No model was asked.';
  return usage
    .map(({ model, requests, inputTokens, outputTokens, costUsd }) => {
      const cost = costUsd === null ? 'price not configured' : `${costUsd.toFixed(4)} USD`;
      return `${model}: ${requests} requests, ${inputTokens} tokens in, ${outputTokens} out, ${cost}`;
    })
    .join('; ');
}

function exitCodeOf({ outcome }: AgentRunResult): number {
  switch (outcome) {
    case 'completed':
      return exitCodes.passed;
    case 'incomplete':
    case 'failed':
    case 'cancelled':
      return exitCodes.incomplete;
    case 'refused':
    case 'awaiting-approval':
      return exitCodes.refused;
    default:
      return outcome satisfies never;
  }
}

function escapeLines(text: string): string {
  return text
    .split('\n')
    .map(line => escapeText(line))
    .join('\n');
}
