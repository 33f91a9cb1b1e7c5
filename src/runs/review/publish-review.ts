import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { Config } from '../../contracts/config.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { ReviewResult } from '../../contracts/result.ts';
import { AppError } from '../../errors.ts';
import { errorFields } from '../../logger.ts';
import { renderCheckRun } from '../../results/check-run.ts';
import { renderCleanComment, renderReviewComment } from '../../results/comment.ts';
import { linksOf, type RunParts, repositoryKey } from '../run-parts.ts';
import type { ReviewTarget } from './review-pull-request.ts';
import { upsertComment } from './upsert-comment.ts';

type Publication = {
  readonly target: ReviewTarget;
  readonly client: RepositoryClient;
  readonly check: { readonly id: number; readonly url: string };
  readonly result: ReviewResult;
  /** When a comment is written; the check always reports. */
  readonly comment: Config['review']['comment'];
  readonly sarif: Config['review']['sarif'];
  readonly parts: RunParts;
};

/** Sends a result: the comment, edited in place, then the check run, then what is remembered of it. */
export async function publishReview(context: RunContext, publication: Publication): Promise<void> {
  const { client, check, result, parts, target } = publication;
  const render = result.outcome === 'passed' ? renderCleanComment : renderReviewComment;
  const commented = await context.effect('comment', {
    perform: () =>
      parts.oneAtATime(`${repositoryKey(target.repository)}#${target.pullRequest}`, () =>
        upsertComment({
          ...publication,
          pullRequest: target.pullRequest,
          render: current => render(current, linksOf(target.repository, parts)),
        }),
      ),
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  // Before the check is completed: whoever reads it may dismiss at once what is recorded here.
  if (commented !== 'stale') await context.step('record', () => record(context, publication));
  const rendered = renderCheckRun(result, linksOf(target.repository, parts));
  await context.effect('check-run-completed', {
    perform: async () => {
      const [annotations = [], ...furtherAnnotations] = rendered.annotations;
      await client.completeCheckRun({
        id: check.id,
        conclusion: rendered.conclusion,
        output: { title: rendered.title, summary: rendered.summary, text: rendered.text, annotations },
        furtherAnnotations,
        actions: rendered.actions,
      });
      return true;
    },
    reconcile: async () => undefined,
  });
  if (commented === 'stale') return;
  if (publication.sarif === 'auto') await context.step('sarif', () => uploadSarif(publication));
}

/** An extra: code scanning that fails takes nothing away from the review that is already published. */
async function uploadSarif({
  target,
  client,
  result,
  parts,
}: Publication): Promise<'uploaded' | 'off' | 'failed'> {
  try {
    return await parts.uploadSarif(client, {
      repository: repositoryKey(target.repository),
      sarif: parts.renderSarif(result),
      commitSha: result.headSha,
      ref: `refs/pull/${target.pullRequest}/head`,
    });
  } catch (error) {
    if (error instanceof AppError && error.retryable) throw error;
    parts.logger.warn('SARIF could not be uploaded', errorFields(error));
    return 'failed';
  }
}

/** Remembers what is open, for "fixed" and dismissals, and writes the audit line. */
async function record(context: RunContext, { target, result, parts }: Publication): Promise<true> {
  const key = { repository: repositoryKey(target.repository), pullRequest: target.pullRequest };
  const findings = [...result.findings, ...result.dismissed.map(({ finding }) => finding)];
  await parts.store.reviews.record({
    ...key,
    headSha: result.headSha,
    outcome: result.outcome,
    fingerprints: findings.map(({ fingerprint }) => fingerprint),
    summaries: Object.fromEntries(findings.map(finding => [finding.fingerprint, summaryOf(finding)])),
  });
  await parts.store.audit.append({
    at: parts.now().toISOString(),
    runId: context.request.id,
    repository: key.repository,
    actor: context.request.actor.login,
    action: 'review.published',
    details: {
      pullRequest: target.pullRequest,
      headSha: result.headSha,
      outcome: result.outcome,
      findings: result.findings.length,
    },
  });
  return true;
}

/** One line for lists. */
function summaryOf({ severity, rule, path, line }: Finding): string {
  return `${severity}: ${rule} at ${path}:${line}`.slice(0, 300);
}
