import type { PullRequestSnapshot, RepositoryClient } from '../../clients/github/repository-client.ts';
import type { AgentRunResult } from '../../contracts/agent.ts';
import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import { renderAgentAnswer } from '../../results/agent-answer.ts';
import { answerMarker, renderAnswer } from '../../results/answer.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { AgentPlace } from './agent-command-run.ts';
import { approvingRun, askAgent, prepareAgents } from './prepare-agents.ts';
import { approvalWaitMs, askForApprovals } from './run-approvals.ts';

type TriggeredAgent = Extract<Task, { kind: 'agent' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/**
 * Asks an agent that its file starts on pull requests, and keeps its answer in its one comment. A pull request that
 * moved on is left to the run of its new head; without a model nothing is said, because nobody asked.
 */
export async function runTriggeredAgent(
  context: RunContext,
  task: TriggeredAgent,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const client = await parts.clientFor(task.installationId, task.repository);
  const snapshot = await client.snapshot(task.pullRequest);
  const skip = (reasonCode: string): undefined => {
    parts.logger.info('Agent not started', { runId: context.request.id, agent: task.agent, reasonCode });
    return undefined;
  };
  if (!snapshot.open || snapshot.headSha !== task.headSha) return skip('superseded');
  const place = { ...task, issue: task.pullRequest, onPullRequest: true };
  const prepared = await prepareAgents(context, { place, client }, parts);
  try {
    const { agents, problems } = prepared.definitions;
    if (agents.get(task.agent)?.triggers.includes('pull-request') !== true) return skip('no-such-agent');
    const request = {
      agent: task.agent,
      input: inputOf(task),
      material: await materialOf(context, snapshot),
    };
    const result = await askAgent(request, prepared);
    if (result.outcome === 'failed' && result.code === 'no-model') return skip(result.code);
    return await tell(context, { task, place, client, result, notes: problems }, parts);
  } finally {
    await prepared.composed.close();
  }
}

function inputOf({ pullRequest, headSha }: TriggeredAgent): string {
  return `Pull request #${pullRequest} was opened or has a new head, ${headSha}. Do for it what your instructions say.`;
}

/** Kept in the journal: going on after an approval is only possible with what the agent was first asked. */
async function materialOf(
  context: RunContext,
  { title, body }: PullRequestSnapshot,
): Promise<readonly { readonly label: string; readonly text: string }[]> {
  return await context.step('material', async () => [
    { label: 'pull request title', text: title },
    { label: 'pull request description', text: body.slice(0, 20_000) },
  ]);
}

async function tell(
  context: RunContext,
  told: {
    readonly task: TriggeredAgent;
    readonly place: AgentPlace;
    readonly client: RepositoryClient;
    readonly result: AgentRunResult;
    readonly notes: readonly string[];
  },
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const { task, place, client, result, notes } = told;
  const pending = result.outcome === 'awaiting-approval' ? result.approvals : [];
  const { approvals: store } = parts.store;
  const asked = await askForApprovals(approvingRun(context, place), pending, {
    approvals: store,
    now: parts.now,
  });
  const topic = `agent ${task.agent}` as const;
  const body = renderAnswer(topic, renderAgentAnswer(task.agent, result, { approvals: asked, notes }));
  const key = `${repositoryKey(task.repository)}#${task.pullRequest} ${topic}`;
  await context.effect(`agent-answer ${asked.map(({ id }) => id).join(' ')}`.trimEnd(), {
    perform: () =>
      parts.oneAtATime(key, async () => {
        const { headSha, ownComments } = await client.conversation(task.pullRequest);
        // The new head's run answers instead.
        if (headSha !== task.headSha) return false;
        const known = ownComments.find(comment => comment.body.startsWith(answerMarker(topic)));
        if (known === undefined) await client.createComment(task.pullRequest, body);
        else await client.updateComment(known.id, body);
        return true;
      }),
    // Looking for the comment before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  return asked.length === 0 ? undefined : { kind: 'waiting', delayMs: approvalWaitMs };
}
