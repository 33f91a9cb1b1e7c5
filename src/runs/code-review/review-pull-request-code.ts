import type { CodeClient, ReviewThread } from '../../clients/github/code-client.ts';
import type { PullRequestSnapshot, RepositoryClient } from '../../clients/github/repository-client.ts';
import { type CodeReviewResult, codeReviewResultSchema } from '../../contracts/code-result.ts';
import { codeCheckName } from '../../contracts/code-review.ts';
import type { Config } from '../../contracts/config.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { publicMessageOf } from '../../errors.ts';
import { modelUse, reviewEligible } from '../../policies/index.ts';
import { assertNotGivenUp } from '../assert-not-given-up.ts';
import { emptyResult } from '../review/empty-result.ts';
import type { ReviewTarget } from '../review/review-pull-request.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { isTriedAgain } from '../tried-again.ts';
import { collectCodeChange } from './collect-code-change.ts';
import { commentableFindings } from './commentable-findings.ts';
import { learnFromReactions } from './learn-from-reactions.ts';
import { publishCodeReview } from './publish-code-review.ts';
import { readDocuments } from './read-documents.ts';
import { reviewCode } from './review-code.ts';
import { votesByKind } from './votes-by-kind.ts';

export type CodeReviewOutcome =
  | { readonly kind: 'reviewed'; readonly result: CodeReviewResult }
  | { readonly kind: 'skipped'; readonly code: string; readonly message: string; readonly next: string };

/** What the steps of one code review share. */
export type CodeReviewing = {
  readonly target: ReviewTarget;
  readonly client: RepositoryClient;
  readonly code: CodeClient;
  readonly snapshot: PullRequestSnapshot;
  readonly policy: Awaited<ReturnType<RunParts['loadPolicy']>>;
  /** Comments of ours on lines; empty where no code review was before. */
  readonly threads: readonly ReviewThread[];
  readonly parts: RunParts;
};

/** What the analysis came to, as the journal keeps it. */
export type Reviewed = {
  readonly result: CodeReviewResult;
  /** Fingerprints of the findings whose lines GitHub shows as part of the change. */
  readonly commentable: readonly string[];
};

/** The code review of a pull request's head: one comment, one check run, and comments on lines. */
export async function reviewPullRequestCode(
  context: RunContext,
  target: ReviewTarget,
  parts: RunParts,
): Promise<CodeReviewOutcome> {
  const clients = await parts.code.clientsFor(target.installationId, target.repository);
  const { repository: client, code } = clients;
  const snapshot = await client.snapshot(target.pullRequest);
  if (target.headSha !== undefined && target.headSha !== snapshot.headSha) {
    return {
      kind: 'skipped',
      code: 'superseded',
      message: 'The pull request has a newer head.',
      next: 'Its own run reviews it.',
    };
  }
  const policy = await parts.loadPolicy({
    installationId: target.installationId,
    owner: target.repository.owner,
    text: snapshot.policyText,
  });
  const eligible = reviewEligible(
    { ...snapshot, requested: target.requestedBy !== 'event' },
    policy.config.review,
  );
  if (eligible.kind === 'deny') return { ...eligible, kind: 'skipped' };
  const check = await context.effect('code-check-run', {
    perform: externalId =>
      client.createCheckRun({
        name: codeCheckName,
        headSha: snapshot.headSha,
        externalId,
        title: 'Reviewing the code',
        summary: 'The code review of this commit is under way.',
      }),
    reconcile: externalId => client.findCheckRun({ headSha: snapshot.headSha, externalId }),
  });
  const threads = await context.step('threads', () => threadsOf(code, target, parts));
  const reviewing: CodeReviewing = { target, client, code, snapshot, policy, threads, parts };
  await context.step('reactions', () => learnFromReactions(reviewing));
  const reviewed = await reviewedOf(context, reviewing);
  await publishCodeReview(context, reviewing, { check, ...reviewed });
  return { kind: 'reviewed', result: reviewed.result };
}

/** One request, and only where a code review was before: otherwise there is no comment of ours. */
async function threadsOf(
  code: CodeClient,
  { repository, pullRequest }: ReviewTarget,
  parts: RunParts,
): Promise<readonly ReviewThread[]> {
  const known = await parts.store.code.findings({ repository: repositoryKey(repository), pullRequest });
  return known.length === 0 ? [] : await code.reviewThreads(pullRequest);
}

/** The result, or a `failed` one when nothing more is tried: a check must not stay in progress for ever. */
async function reviewedOf(context: RunContext, reviewing: CodeReviewing): Promise<Reviewed> {
  const { snapshot, policy, parts } = reviewing;
  try {
    const { result, commentable } = await context.step('code-review', () => analyse(context, reviewing));
    return { result: codeReviewResultSchema.parse(result), commentable };
  } catch (error) {
    if (isTriedAgain(error, context)) throw error;
    parts.logger.error('Code review failed', {
      runId: context.request.id,
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    const result = emptyResult({
      outcome: context.signal.aborted ? 'cancelled' : 'failed',
      headSha: snapshot.headSha,
      failOn: policy.config.review.failOn,
      reason: publicMessageOf(error),
    });
    const { maxComments } = policy.config.review.code;
    return { result: { ...result, maxComments, lowered: [], topics: [] }, commentable: [] };
  }
}

async function analyse(context: RunContext, reviewing: CodeReviewing): Promise<Reviewed> {
  assertNotGivenUp(context);
  const { target, client, code, snapshot, policy, parts } = reviewing;
  const key = { repository: repositoryKey(target.repository), pullRequest: target.pullRequest };
  const { config } = policy;
  const model = modelUse(
    {
      configured: parts.code.model !== undefined,
      fork: snapshot.fork,
      requested: target.requestedBy === 'maintainer',
    },
    config.review.forks,
  );
  const spending = { ...key, runId: context.request.id, day: context.request.receivedAt.slice(0, 10) };
  const reserved = model.kind === 'allow' && (await reserve(spending, config, parts));
  const listed = await client.listChangedFiles(target.pullRequest);
  const change = await collectCodeChange(client, { ...snapshot, listed });
  const touched = new Set(change.files.map(({ path }) => path));
  const result = await reviewCode({
    change:
      model.kind === 'allow' && !reserved
        ? { ...change, notAnalysed: [...change.notAnalysed, budgetSpent] }
        : change,
    headSha: snapshot.headSha,
    title: snapshot.title,
    body: snapshot.body,
    config,
    warnings: policy.warnings,
    dismissals: await parts.store.dismissals.list(key),
    previouslyOpen: (await parts.store.code.findings(key))
      .filter(({ open }) => open)
      .map(({ fingerprint }) => fingerprint),
    votes: votesByKind(await parts.store.code.votes(key.repository)),
    trees: parts.code.trees,
    model: reserved ? parts.code.model : undefined,
    budgetUsd: config.model.budget.perRunUsd,
    readDocuments: () => readDocuments({ code, repository: client }, snapshot.headSha, touched),
    now: parts.now,
    signal: context.signal,
  });
  if (reserved) {
    const costUsd = result.usage.costUsd ?? config.model.budget.perRunUsd;
    await parts.store.spending.settle({ ...spending, costUsd });
  }
  return { result, commentable: commentableFindings(result.findings, listed) };
}

/** A spent budget is a part that was not looked at: never shown as green. */
const budgetSpent = {
  path: null,
  reason: 'the model was not asked: its budget for this pull request or day is spent',
};

async function reserve(
  entry: {
    readonly runId: string;
    readonly repository: string;
    readonly pullRequest: number;
    readonly day: string;
  },
  { model: { budget } }: Config,
  parts: RunParts,
): Promise<boolean> {
  return await parts.store.spending.reserve({
    ...entry,
    costUsd: budget.perRunUsd,
    caps: { perPullRequestUsd: budget.perPullRequestUsd, perDayUsd: budget.perDayUsd },
  });
}
