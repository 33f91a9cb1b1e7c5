import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { answerMarker } from '../../results/answer.ts';
import { type BlamedFailure, renderCiAnnotations, renderCiComment } from '../../results/ci-comment.ts';
import { linksOf, type RunParts, repositoryKey } from '../run-parts.ts';
import { blame } from './blame.ts';
import { ciSettings } from './ci-settings.ts';
import type { CiTask } from './explain-ci.ts';

/** Name of the check run that carries the annotations; it judges nothing. */
export const ciCheckName = 'devops / why CI failed';

/** Brings the pull request's one comment about CI up to date: all that is open, or nothing when all is green. */
export async function publishCi(
  context: RunContext,
  task: CiTask & { readonly pullRequest: number; readonly asked?: boolean; readonly again?: boolean },
  parts: RunParts,
): Promise<void> {
  // What was said is brought up to date and taken away whatever the settings are now.
  const { comment } = await ciSettings(context, task, parts);
  const mayBegin = comment !== 'never' || task.asked === true;
  const key = `${repositoryKey(task.repository)}#${task.pullRequest}/ci`;
  await context.effect(task.again === true ? 'ci-comment-again' : 'ci-comment', {
    perform: () => parts.oneAtATime(key, () => bringUpToDate({ ...task, mayBegin }, parts)),
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
}

async function bringUpToDate(
  task: CiTask & { readonly pullRequest: number; readonly mayBegin: boolean },
  parts: RunParts,
): Promise<'written' | 'removed' | 'silent' | 'stale'> {
  const { repository, installationId, pullRequest } = task;
  const client = await parts.clientFor(installationId, repository);
  const { headSha, ownComments } = await client.conversation(pullRequest);
  const existing = ownComments.find(({ body }) => body.startsWith(answerMarker('ci')));
  const all = await parts.store.ci.open({ repository: repositoryKey(repository), pullRequest });
  // What failed on an older head says nothing about this one; its own runs will.
  const open = all.filter(failure => failure.headSha === headSha);
  if (open.length === 0) {
    if (existing === undefined) return 'silent';
    await client.deleteComment(existing.id);
    return 'removed';
  }
  const base = await parts.store.ci.open({ repository: repositoryKey(repository), pullRequest: 0 });
  const old = new Set(base.flatMap(({ failures }) => failures.map(({ fingerprint }) => fingerprint)));
  const blamed = await blame(client, { open, pullRequest, old });
  const gaps = open.flatMap(failure => failure.gaps);
  const body = renderCiComment(
    { failures: blamed, gaps },
    { ...linksOf(repository, parts), headSha, entry: 'app' },
  );
  if (existing === undefined && task.mayBegin) await client.createComment(pullRequest, body);
  else if (existing !== undefined && existing.body !== body) await client.updateComment(existing.id, body);
  if (task.outcome === 'failed' && task.headSha === headSha) await annotate(client, { task, blamed });
  return 'written';
}

async function annotate(
  client: RepositoryClient,
  { task, blamed }: { readonly task: CiTask; readonly blamed: readonly BlamedFailure[] },
): Promise<void> {
  const annotations = renderCiAnnotations(blamed.filter(({ runId }) => runId === task.workflowRun));
  if (annotations.length === 0) return;
  const externalId = `ci:${task.workflowRun}:${task.attempt}`;
  const title = `${annotations.length} ${annotations.length === 1 ? 'place' : 'places'} in the failed jobs’ logs`;
  const summary = 'The comment on the pull request says why. This check judges nothing.';
  // GitHub adds annotations to those that are there, and those of one attempt do not change.
  if ((await client.findCheckRun({ headSha: task.headSha, externalId })) !== undefined) return;
  await client.createCheckRun({
    name: ciCheckName,
    headSha: task.headSha,
    externalId,
    title,
    summary,
    completed: { conclusion: 'neutral', annotations: annotations.slice(0, 50) },
  });
}
