import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { AgentRunResult } from '../../contracts/agent.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeLines } from '../escape-text.ts';
import type { Terminal } from '../terminal.ts';
import {
  createTerminalAgents,
  shortestDigest,
  type TerminalAgentOptions,
  usageLine,
} from '../terminal-agents.ts';

/** Options as commander hands them over. */
export type AgentRunCommandOptions = TerminalAgentOptions & { readonly maxUsd?: string };

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
  const maxUsd = readDollars(options.maxUsd);
  const { definitions, runAgent, context, close, ...run } = await createTerminalAgents(options, terminal);
  try {
    if (!definitions.agents.has(asked.name)) {
      const guess = didYouMean(asked.name, definitions.agents.keys());
      throw new UsageError(`There is no agent "${asked.name}"; \`devops agents list\` lists them.${guess}`);
    }
    const result = await runAgent(
      {
        agent: asked.name,
        step: undefined,
        input: asked.input === '-' ? readFileSync(0, 'utf8') : asked.input,
        material: [],
        context,
        limits: maxUsd === undefined ? {} : { costUsd: maxUsd },
        dryRun: options.dryRun === true,
      },
      {
        signal: run.signal,
        journal: run.journal,
        approvals: run.approvals,
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
  } finally {
    await close();
  }
}

function readDollars(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const dollars = Number(text);
  if (Number.isFinite(dollars) && dollars >= 0) return dollars;
  throw new UsageError(`--max-usd must be a number of US dollars, not "${text}".`);
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
  note(usageLine(result.usage));
}

function asText(output: unknown): string {
  return typeof output === 'string' ? output : stringify(output).trimEnd();
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
