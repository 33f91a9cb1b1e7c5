import type { LineComment } from '../../clients/github/code-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { answerMarker } from '../../results/answer.ts';
import { renderCodeCheck } from '../../results/code-check.ts';
import { codeHeadline, contextOf, renderCodeComment } from '../../results/code-comment.ts';
import {
  findLineMarker,
  isFixedComment,
  renderFixedComment,
  renderLineComment,
} from '../../results/line-comment.ts';
import { linksOf, repositoryKey } from '../run-parts.ts';
import type { CodeReviewing, Reviewed } from './review-pull-request-code.ts';

type Publication = Reviewed & { readonly check: { readonly id: number } };

/** Most comments of ours on lines that are tidied up in one run. */
const maxTidied = 20;

/**
 * Sends a result: the comment, edited in place; one review with a comment on each line that has none yet; the check
 * run. Comments whose finding is gone are removed, or say so where somebody answered them.
 */
export async function publishCodeReview(
  context: RunContext,
  reviewing: CodeReviewing,
  publication: Publication,
): Promise<void> {
  const { client, target, snapshot, parts, policy } = reviewing;
  const { result, check } = publication;
  const links = { ...linksOf(target.repository, parts), baseSha: snapshot.baseSha };
  const commented = await context.effect('code-comment', {
    perform: () =>
      parts.oneAtATime(`${repositoryKey(target.repository)}#${target.pullRequest}/code`, () =>
        upsertComment(reviewing, renderCodeComment(result, links), result.headSha),
      ),
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  const isSettled = result.outcome !== 'failed' && result.outcome !== 'cancelled';
  if (commented !== 'stale' && isSettled)
    await context.step('code-record', () => record(context, reviewing, publication));
  const onLines =
    commented === 'stale' || !isSettled || policy.config.review.comment === 'never'
      ? []
      : await commentOnLines(context, reviewing, publication);
  const rendered = renderCodeCheck(result, links, new Set(onLines));
  await context.effect('code-check-completed', {
    perform: async () => {
      const [annotations = [], ...furtherAnnotations] = rendered.annotations;
      await client.completeCheckRun({
        id: check.id,
        conclusion: rendered.conclusion,
        output: { title: rendered.title, summary: rendered.summary, text: rendered.text, annotations },
        furtherAnnotations,
        actions: [],
      });
      return true;
    },
    reconcile: async () => undefined,
  });
}

async function upsertComment(
  { client, target, policy }: CodeReviewing,
  body: string,
  headSha: string,
): Promise<'written' | 'silent' | 'stale'> {
  const conversation = await client.conversation(target.pullRequest);
  if (conversation.headSha !== headSha) return 'stale';
  if (policy.config.review.comment === 'never') return 'silent';
  const existing = conversation.ownComments.find(own => own.body.startsWith(answerMarker('code-review')));
  if (existing === undefined) await client.createComment(target.pullRequest, body);
  else if (existing.body !== body) await client.updateComment(existing.id, body);
  return 'written';
}

async function record(
  context: RunContext,
  { target, parts }: CodeReviewing,
  { result }: Publication,
): Promise<true> {
  const key = { repository: repositoryKey(target.repository), pullRequest: target.pullRequest };
  const findings = [...result.findings, ...result.dismissed.map(({ finding }) => finding)];
  await parts.store.code.record({
    ...key,
    findings: findings.map(({ fingerprint, rule }) => ({ fingerprint, kind: rule })),
  });
  await parts.store.audit.append({
    at: parts.now().toISOString(),
    runId: context.request.id,
    repository: key.repository,
    actor: context.request.actor.login,
    action: 'code-review.published',
    details: {
      pullRequest: target.pullRequest,
      headSha: result.headSha,
      outcome: result.outcome,
      findings: result.findings.length,
    },
  });
  return true;
}

/** Fingerprints of the findings that have a comment on their line now. */
async function commentOnLines(
  context: RunContext,
  reviewing: CodeReviewing,
  { result, commentable }: Publication,
): Promise<readonly string[]> {
  const { code, target, snapshot, threads, parts } = reviewing;
  const links = { ...linksOf(target.repository, parts), baseSha: snapshot.baseSha };
  const { ids } = contextOf(result, links);
  const open = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const there = threads.flatMap(({ comment }) => findLineMarker(comment.body)?.fingerprint ?? []);
  await tidyUp(context, reviewing, open);
  const kept = there.filter(fingerprint => open.has(fingerprint));
  const fresh = result.findings
    .filter(({ fingerprint }) => commentable.includes(fingerprint) && !there.includes(fingerprint))
    .slice(0, Math.max(0, result.maxComments - kept.length));
  if (fresh.length === 0) return kept;
  const comments = fresh.map(
    (finding): LineComment => ({
      path: finding.path,
      startLine: finding.line,
      line: finding.endLine,
      body: renderLineComment(finding, ids.get(finding.fingerprint) ?? finding.fingerprint),
    }),
  );
  await context.effect('code-line-comments', {
    perform: async () => {
      await code.createReview({
        pullRequest: target.pullRequest,
        commitSha: result.headSha,
        body: codeHeadline(result),
        comments,
      });
      return true;
    },
    // Any of them there means that the one request came through.
    reconcile: async () => {
      const now = await code.reviewThreads(target.pullRequest);
      const found = now.flatMap(({ comment }) => findLineMarker(comment.body)?.fingerprint ?? []);
      return fresh.some(({ fingerprint }) => found.includes(fingerprint)) ? true : undefined;
    },
  });
  return [...kept, ...fresh.map(({ fingerprint }) => fingerprint)];
}

/** Comments whose finding is gone: removed when nobody answered, else they say so. */
async function tidyUp(
  context: RunContext,
  { code, threads, snapshot }: CodeReviewing,
  open: ReadonlySet<string>,
): Promise<void> {
  const gone = threads.filter(({ comment, resolved }) => {
    const about = findLineMarker(comment.body);
    return about !== undefined && !resolved && !open.has(about.fingerprint) && !isFixedComment(comment.body);
  });
  for (const { comment, replies } of gone.slice(0, maxTidied))
    await context.effect(`code-tidy-${comment.id}`, {
      perform: async () => {
        if (replies === 0) await code.deleteReviewComment(comment.id);
        else await code.updateReviewComment(comment.id, renderFixedComment(comment.body, snapshot.headSha));
        return true;
      },
      reconcile: async () => undefined,
    });
}
