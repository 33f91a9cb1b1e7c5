import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { CommandDefinition, ParsedArguments } from '../../commands/command-definition.ts';
import { ask, findCommand, run, workflow } from '../../commands/index.ts';
import { parseCommands } from '../../commands/parse.ts';
import type { AgentRunResult, PendingApproval } from '../../contracts/agent.ts';
import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import { didYouMean } from '../../did-you-mean.ts';
import {
  type AskedApproval,
  renderAgentAnswer,
  renderQuestionAnswer,
  renderWorkflowAnswer,
} from '../../results/agent-answer.ts';
import { readInputs } from '../../workflows/read-inputs.ts';
import { runWorkflow } from '../../workflows/run-workflow.ts';
import type { RunParts } from '../run-parts.ts';
import type { AgentCommandRun } from './agent-command-run.ts';
import { type AskedPlace, askedPlace } from './asked-place.ts';
import { approvingRun, askAgent, type Prepared, prepareAgents } from './prepare-agents.ts';
import { publishAnswer } from './publish-answer.ts';
import { approvalWaitMs, askForApprovals } from './run-approvals.ts';

/** The commands that ask agents. */
export const agentCommands: readonly string[] = [run.name, workflow.name, ask.name];

/** What a command came to: a text to show, and plans that wait for people. */
type Told = {
  readonly text: (approvals: readonly AskedApproval[]) => string;
  readonly approvals: readonly PendingApproval[];
};

/**
 * Carries out `/devops run`, `workflow` and `ask`. What an agent began before a crash or an approval is in the run's
 * journal, so that carrying it out again only goes on.
 */
export async function runAgentCommand(
  context: RunContext,
  task: {
    readonly run: AgentCommandRun;
    readonly definition: CommandDefinition;
    readonly client: RepositoryClient;
  },
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const told = await carryOut(context, task, parts);
  const asked = await askForApprovals(approvingRun(context, task.run), told.approvals, {
    approvals: parts.store.approvals,
    now: parts.now,
  });
  const stage = asked.map(({ id }) => id).join(' ');
  await publishAnswer(context, { ...task, stage, text: told.text(asked) });
  return asked.length === 0 ? undefined : { kind: 'waiting', delayMs: approvalWaitMs };
}

async function carryOut(
  context: RunContext,
  { run: task, definition, client }: Parameters<typeof runAgentCommand>[1],
  parts: RunParts,
): Promise<Told> {
  const words = readWords(definition, task);
  if (words.kind === 'usage') return said(`${words.message}\n\nUsage: \`${definition.usage}\``);
  const prepared = await prepareAgents(context, { place: task, client }, parts);
  try {
    return await tellAsked(words.asked, prepared, askedPlace(task, client, parts));
  } finally {
    await prepared.composed.close();
  }
}

/** Asks an agent or runs a workflow by name; names that are not there, or that a comment may not start, are told. */
export async function tellAsked(asked: Asked, prepared: Prepared, where?: AskedPlace): Promise<Told> {
  switch (asked.kind) {
    case 'ask': {
      const material = (await where?.material()) ?? [];
      const result = await askAgent({ agent: 'assistant', input: asked.question, material }, prepared);
      const text = await answerText(result, where);
      return { text: () => text, approvals: [] };
    }
    case 'run':
      return await tellAgent(asked, prepared);
    case 'workflow':
      return await tellWorkflow(asked, prepared);
  }
}

async function tellAgent(
  { agent, input }: { readonly agent: string; readonly input: string },
  prepared: Prepared,
): Promise<Told> {
  const { agents, problems } = prepared.definitions;
  const known = [...agents].filter(([, { triggers }]) => triggers.includes('command')).map(([name]) => name);
  if (!known.includes(agent)) return said(unknownName('agent', agent, known, problems));
  const result = await askAgent({ agent, input, material: [] }, prepared);
  return {
    text: approvals => renderAgentAnswer(agent, result, { approvals, notes: problems }),
    approvals: result.outcome === 'awaiting-approval' ? result.approvals : [],
  };
}

async function tellWorkflow(
  { name, inputs }: { readonly name: string; readonly inputs: Readonly<Record<string, string>> },
  { definitions, composed, devOps, options, maxUsd }: Prepared,
): Promise<Told> {
  const { workflows, problems } = definitions;
  const known = workflows.get(name);
  if (known === undefined) return said(unknownName('workflow', name, [...workflows.keys()], problems));
  const read = readInputs(known.inputs, inputs);
  if (read.kind === 'problems') return said(read.problems.map(problem => `- ${problem}`).join('\n'));
  const limits = { ...known.limits, costUsd: Math.min(known.limits.costUsd, maxUsd) };
  const result = await runWorkflow(
    { ...known, limits },
    { inputs: read.values, context: devOps, dryRun: false },
    options,
    { ...composed, guards: [], now: () => performance.now() },
  );
  return {
    text: approvals => renderWorkflowAnswer(result, { approvals, notes: problems }),
    approvals: result.approvals,
  };
}

type Asked =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'run'; readonly agent: string; readonly input: string }
  | { readonly kind: 'workflow'; readonly name: string; readonly inputs: Readonly<Record<string, string>> };

function readWords(
  definition: CommandDefinition,
  { command }: AgentCommandRun,
): { readonly kind: 'asked'; readonly asked: Asked } | Extract<ParsedArguments<never>, { kind: 'usage' }> {
  if (definition.name === ask.name) {
    const read = ask.read(command);
    return read.kind === 'usage' ? read : { kind: 'asked', asked: { kind: 'ask', ...read.value } };
  }
  if (definition.name === run.name) {
    const read = run.read(command);
    return read.kind === 'usage' ? read : { kind: 'asked', asked: { kind: 'run', ...read.value } };
  }
  const read = workflow.read(command);
  return read.kind === 'usage' ? read : { kind: 'asked', asked: { kind: 'workflow', ...read.value } };
}

async function answerText(result: AgentRunResult, where: AskedPlace | undefined): Promise<string> {
  const output = 'output' in result ? result.output : undefined;
  const hasAnswer = typeof output === 'object' && output !== null && 'answer' in output;
  if (!hasAnswer || typeof output.answer !== 'string')
    return renderAgentAnswer('assistant', result, { approvals: [], notes: [] });
  const command = 'command' in output && typeof output.command === 'string' ? output.command : undefined;
  const gaps = 'gaps' in output && Array.isArray(output.gaps) ? output.gaps.map(String) : [];
  const checked = (await where?.verify(output.answer)) ?? { text: output.answer };
  return renderQuestionAnswer(result, { ...checked, command: command && understood(command), gaps });
}

/** A model's command only if the grammar that reads people's comments reads it as one whole, known command. */
function understood(line: string): string | undefined {
  const [command, ...more] = parseCommands(line.trim());
  if (command === undefined || more.length > 0 || command.raw !== line.trim()) return undefined;
  const definition = findCommand(command.name);
  if ('didYouMean' in definition || definition.read(command).kind === 'usage') return undefined;
  return command.raw;
}

function unknownName(what: string, name: string, known: readonly string[], notes: readonly string[]): string {
  const shown = /^[a-z0-9-]{1,40}$/.test(name) ? ` \`${name}\`` : ' of that name';
  const problems =
    notes.length === 0
      ? ''
      : ` ${notes.length} definitions have problems; \`devops config check\` shows them.`;
  return `There is no ${what}${shown} that a comment may start.${didYouMean(name, known)} Known: ${known.map(other => `\`${other}\``).join(', ')}.${problems}`;
}

function said(text: string): Told {
  return { text: () => text, approvals: [] };
}
