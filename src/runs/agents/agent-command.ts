import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { CommandDefinition, ParsedArguments } from '../../commands/command-definition.ts';
import { ask, findCommand, run, workflow } from '../../commands/index.ts';
import { parseCommands } from '../../commands/parse.ts';
import type { AgentRunOptions, AgentRunResult, PendingApproval } from '../../contracts/agent.ts';
import type { DevOpsContext } from '../../contracts/context.ts';
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
import { toolsOfWorkflow } from '../../workflows/tools-of-workflow.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { AgentCommandRun } from './agent-command-run.ts';
import type { ComposedRun } from './agent-run-parts.ts';
import { loadDefinitions, type RepositoryDefinitions } from './load-definitions.ts';
import { publishAnswer } from './publish-answer.ts';
import { type ApprovingRun, approvalWaitMs, askForApprovals, createRunApprovals } from './run-approvals.ts';
import { createRunBudget } from './run-budget.ts';

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
  const prepared = await prepare(context, { task, client }, parts);
  try {
    return await tell(words.asked, prepared);
  } finally {
    await prepared.composed.close();
  }
}

async function tell(asked: Asked, prepared: Prepared): Promise<Told> {
  switch (asked.kind) {
    case 'ask': {
      const result = await askAgent('assistant', asked.question, prepared);
      return { text: () => answerText(result), approvals: [] };
    }
    case 'run':
      return await tellAgent(asked, prepared);
    case 'workflow':
      return await tellWorkflow(asked, prepared);
  }
}

/** Everything that agents and workflows of one run share. */
type Prepared = {
  readonly definitions: RepositoryDefinitions;
  readonly composed: ComposedRun;
  readonly devOps: DevOpsContext;
  readonly options: AgentRunOptions;
  /** US dollars. */
  readonly maxUsd: number;
};

async function prepare(
  context: RunContext,
  { task, client }: { readonly task: AgentCommandRun; readonly client: RepositoryClient },
  parts: RunParts,
): Promise<Prepared> {
  const { repository, installationId, issue } = task;
  const { text } = await client.policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  const loaded = await loadDefinitions({ client, installationId, repository, config }, parts.agents);
  const { budget } = config.model;
  const run = { runId: context.request.id, repository: repositoryKey(repository), issue };
  const composed = await parts.agents.compose({
    config,
    agents: [...loaded.agents.values()].map(agent => agent.definition),
    toolNames: toolNamesOf(loaded),
    documents: loaded.documents,
    budget: createRunBudget(
      { ...run, actor: context.request.actor.login, budget },
      { spending: parts.store.spending, now: parts.now },
    ),
  });
  const approvals = createRunApprovals(approvingRun(context, task), {
    approvals: parts.store.approvals,
    now: parts.now,
  });
  return {
    definitions: { ...loaded, problems: [...loaded.problems, ...composed.gaps] },
    composed,
    devOps: contextOf(context, task),
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

async function askAgent(agent: string, input: string, prepared: Prepared): Promise<AgentRunResult> {
  const { composed, devOps, options, maxUsd } = prepared;
  const limits = { costUsd: maxUsd };
  return await composed.runAgent(
    { agent, step: undefined, input, material: [], context: devOps, limits, dryRun: false },
    options,
  );
}

async function tellAgent(
  { agent, input }: { readonly agent: string; readonly input: string },
  prepared: Prepared,
): Promise<Told> {
  const { agents, problems } = prepared.definitions;
  const known = [...agents].filter(([, { triggers }]) => triggers.includes('command')).map(([name]) => name);
  if (!known.includes(agent)) return said(unknownName('agent', agent, known, problems));
  const result = await askAgent(agent, input, prepared);
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

function answerText(result: AgentRunResult): string {
  const output = 'output' in result ? result.output : undefined;
  const hasAnswer = typeof output === 'object' && output !== null && 'answer' in output;
  if (!hasAnswer || typeof output.answer !== 'string')
    return renderAgentAnswer('assistant', result, { approvals: [], notes: [] });
  const command = 'command' in output && typeof output.command === 'string' ? output.command : undefined;
  const gaps = 'gaps' in output && Array.isArray(output.gaps) ? output.gaps.map(String) : [];
  return renderQuestionAnswer(result, { text: output.answer, command: command && understood(command), gaps });
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

function contextOf(
  { request }: RunContext,
  { repository, installationId, issue, onPullRequest }: AgentCommandRun,
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

function approvingRun({ request }: RunContext, task: AgentCommandRun): ApprovingRun {
  return {
    runId: request.id,
    repository: repositoryKey(task.repository),
    pullRequest: task.onPullRequest ? task.issue : null,
    actor: request.actor.login,
  };
}
