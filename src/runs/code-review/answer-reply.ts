import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import { actorPermission } from '../../policies/index.ts';
import { findLineMarker } from '../../results/line-comment.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { reviewPullRequestCode } from './review-pull-request-code.ts';

type ReplyTask = Extract<Task, { kind: 'review-reply' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/**
 * A reply to a comment of ours: a vote on the kind of finding, or a dismissal of the finding, by somebody with write
 * permission. What the comment says counts only if it is about a finding that we recorded on this pull request.
 */
export async function answerReviewReply(
  context: RunContext,
  task: ReplyTask,
  parts: RunParts,
): Promise<void> {
  const decided = await context.step('reply', () => decide(context, task, parts));
  if (decided !== 'dismissed') return;
  const { repository, installationId, pullRequest } = task;
  await reviewPullRequestCode(
    context,
    { repository, installationId, pullRequest, headSha: undefined, requestedBy: 'person' },
    parts,
  );
}

async function decide(
  context: RunContext,
  { repository, installationId, pullRequest, inReplyTo, word, reason }: ReplyTask,
  parts: RunParts,
): Promise<'ignored' | 'voted' | 'dismissed'> {
  const key = { repository: repositoryKey(repository), pullRequest };
  // Without a code review there is nothing to reply to, and nobody has to be asked.
  const known = await parts.store.code.findings(key);
  if (known.length === 0) return 'ignored';
  const { login: actor } = context.request.actor;
  const clients = await parts.code.clientsFor(installationId, repository);
  const comment = await clients.code.reviewComment(inReplyTo);
  const about = comment === undefined ? undefined : findLineMarker(comment.body);
  const finding = known.find(({ fingerprint }) => fingerprint === about?.fingerprint);
  if (finding === undefined) return 'ignored';
  const role = await clients.repository.roleOf(actor);
  if (actorPermission({ role, needed: 'write' }).kind !== 'allow') return 'ignored';
  const at = parts.now().toISOString();
  const { fingerprint, kind } = finding;
  if (word === 'dismiss')
    await parts.store.dismissals.add(key, { fingerprint, reason, actor, scope: 'pull-request', at });
  else await parts.store.code.vote({ ...key, fingerprint, kind, actor, vote: word, at });
  await parts.store.audit.append({
    at,
    runId: context.request.id,
    repository: key.repository,
    actor,
    action: word === 'dismiss' ? 'finding.dismissed' : 'finding.voted',
    details: { pullRequest, fingerprint, kind, word },
  });
  return word === 'dismiss' ? 'dismissed' : 'voted';
}
