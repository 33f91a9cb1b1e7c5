import { createHash } from 'node:crypto';
import { startsOnPullRequests } from '../../agents/custom/agent-file.ts';
import { agentsFolder, namedFiles } from '../../agents/custom/load-agents.ts';
import type { PullRequestSnapshot } from '../../clients/github/repository-client.ts';
import type { Config } from '../../contracts/config.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RunRequest } from '../../contracts/run.ts';
import { reviewEligible } from '../../policies/index.ts';
import type { RunParts } from '../run-parts.ts';

/** What a review's run was made for, where the event may start agents; people who ask for a review ask for no more. */
const startingReasons: readonly string[] = ['opened', 'synchronize', 'ready_for_review'];

/**
 * Starts the agents of the default branch whose files say `triggers: [pull-request]`, each in a run of its own. Their
 * files come with the review's snapshot, so that a repository without any costs no further request. Drafts and bots
 * follow the review's settings; forks never start one.
 */
export async function startAgents(
  { request }: Pick<RunContext, 'request'>,
  { snapshot, review }: { readonly snapshot: PullRequestSnapshot; readonly review: Config['review'] },
  parts: Pick<RunParts, 'enqueue'>,
): Promise<void> {
  const { task } = request;
  if (task.kind !== 'review' || !startingReasons.includes(task.reason) || snapshot.fork) return;
  const eligible = reviewEligible({ ...snapshot, requested: false }, { ...review, enabled: true });
  if (eligible.kind !== 'allow') return;
  const files = new Map(snapshot.agentFiles.map(({ path, text }) => [path, text]));
  const names = namedFiles(files, agentsFolder, 'md')
    .filter(({ path, text }) => startsOnPullRequests(text, path))
    .map(({ name }) => name);
  if (names.length === 0) return;
  const { pullRequest, headSha } = task;
  await parts.enqueue(
    names.map(agent => ({
      ...request,
      id: runIdOf(request, agent),
      task: { kind: 'agent', agent, pullRequest, headSha },
    })),
  );
}

/** The same delivery starts the same run. */
function runIdOf({ id }: RunRequest, agent: string): string {
  return createHash('sha256').update(`${id}:agent:${agent}`).digest('hex').slice(0, 12);
}
