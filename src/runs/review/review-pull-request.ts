import type { PullRequestSnapshot, RepositoryClient } from '../../clients/github/repository-client.ts';
import { createPathFilter } from '../../config/index.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { ReviewResult } from '../../contracts/result.ts';
import { reviewResultSchema } from '../../contracts/result.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import { publicMessageOf } from '../../errors.ts';
import { modelUse, reviewEligible } from '../../policies/index.ts';
import { startAgents } from '../agents/start-agents.ts';
import { assertNotGivenUp } from '../assert-not-given-up.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { isTriedAgain } from '../tried-again.ts';
import { emptyResult } from './empty-result.ts';
import { createOutsideChecks } from './outside/index.ts';
import { ownRulesWarnings } from './own-rules.ts';
import { publishReview } from './publish-review.ts';
import { readPullRequest, reviewChange } from './review-change.ts';

/** Name of the check run; branch protection refers to it. */
export const reviewCheckName = 'devops / security review';

/** A pull request to review, from an event or a command. */
export type ReviewTarget = {
  readonly repository: RepositoryRef;
  readonly installationId: number;
  readonly pullRequest: number;
  /** The head that was asked about; undefined takes the present one. */
  readonly headSha: string | undefined;
  /**
   * Who asked: an event; a person, which brings in drafts and bots; or a maintainer's command, which brings in
   * the model on forks too.
   */
  readonly requestedBy: 'event' | 'person' | 'maintainer';
};

/** Why a review did not happen, or its result. */
export type ReviewOutcome =
  | { readonly kind: 'reviewed'; readonly result: ReviewResult }
  | { readonly kind: 'skipped'; readonly code: string; readonly message: string; readonly next: string };

/** Collect, decide, analyse, publish: one comment and one check run for the pull request's head. */
export async function reviewPullRequest(
  context: RunContext,
  target: ReviewTarget,
  parts: RunParts,
): Promise<ReviewOutcome> {
  const client = await parts.clientFor(target.installationId, target.repository);
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
  await startAgents(context, { snapshot, review: policy.config.review }, parts);
  const eligible = reviewEligible(
    { ...snapshot, requested: target.requestedBy !== 'event' },
    policy.config.review,
  );
  if (eligible.kind === 'deny') return { ...eligible, kind: 'skipped' };

  const check = await context.effect('check-run', {
    perform: externalId =>
      client.createCheckRun({
        name: reviewCheckName,
        headSha: snapshot.headSha,
        externalId,
        title: 'Reviewing the change',
        summary: 'The security review of this commit is under way.',
      }),
    reconcile: externalId => client.findCheckRun({ headSha: snapshot.headSha, externalId }),
  });
  const result = await resultOf(context, { target, client, snapshot, policy, parts });
  try {
    await publishReview(context, {
      target,
      client,
      check,
      result,
      comment: policy.config.review.comment,
      sarif: policy.config.review.sarif,
      parts,
    });
  } catch (error) {
    if (!isTriedAgain(error, context)) await failCheckRun(client, check.id);
    throw error;
  }
  return { kind: 'reviewed', result };
}

/** The result could not be published: a check in progress would stall whoever requires it. */
async function failCheckRun(client: RepositoryClient, id: number): Promise<void> {
  const output = {
    title: 'The result could not be published',
    summary: 'The server log has the details. “Re-run” tries again.',
    annotations: [],
  };
  await client.completeCheckRun({ id, conclusion: 'failure', output, furtherAnnotations: [], actions: [] });
}

type Reviewing = {
  readonly target: ReviewTarget;
  readonly client: RepositoryClient;
  readonly snapshot: PullRequestSnapshot;
  readonly policy: Awaited<ReturnType<RunParts['loadPolicy']>>;
  readonly parts: RunParts;
};

/** The result, or a `failed` one when nothing more is tried: a check must not stay in progress for ever. */
async function resultOf(context: RunContext, reviewing: Reviewing): Promise<ReviewResult> {
  const { snapshot, policy, parts } = reviewing;
  try {
    return reviewResultSchema.parse(await context.step('review', () => review(context, reviewing)));
  } catch (error) {
    if (isTriedAgain(error, context)) throw error;
    parts.logger.error('Review failed', {
      runId: context.request.id,
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    return emptyResult({
      outcome: context.signal.aborted ? 'cancelled' : 'failed',
      headSha: snapshot.headSha,
      failOn: policy.config.review.failOn,
      reason: publicMessageOf(error),
    });
  }
}

async function review(context: RunContext, reviewing: Reviewing): Promise<ReviewResult> {
  assertNotGivenUp(context);
  const { target, client, snapshot, policy, parts } = reviewing;
  const key = { repository: repositoryKey(target.repository), pullRequest: target.pullRequest };
  const { config } = policy;
  const model = modelUse(
    {
      configured: parts.reviewer !== undefined,
      fork: snapshot.fork,
      requested: target.requestedBy === 'maintainer',
    },
    config.review.forks,
  );
  const reserved = model.kind === 'allow' && (await reserveBudget(context, reviewing, key));
  const change = await readPullRequest(client, target.pullRequest, snapshot);
  const own = await parts.loadOwnRules(snapshot.ownRules);
  const result = await reviewChange({
    change:
      model.kind === 'allow' && !reserved
        ? { ...change, notAnalysed: [...change.notAnalysed, budgetSpent] }
        : change,
    headSha: snapshot.headSha,
    baseSha: snapshot.baseSha,
    title: snapshot.title,
    body: snapshot.body,
    config,
    warnings: [...policy.warnings, ...ownRulesWarnings(own)],
    dismissals: await parts.store.dismissals.list(key),
    previouslyOpen: (await parts.store.reviews.fingerprints(key))
      .filter(({ open }) => open)
      .map(({ fingerprint }) => fingerprint),
    isExcluded: createPathFilter(config.review.exclude),
    analyser: parts.analyser,
    own: { rules: own.rules, load: parts.loadOwnRules },
    outside: createOutsideChecks({ github: client, queryOsv: parts.queryOsv }),
    reviewer: reserved ? parts.reviewer : undefined,
    budgetUsd: config.model.budget.perRunUsd,
    ruleIds: parts.ruleIds,
    toolRisks: parts.agents.toolRisks(config),
    now: parts.now,
    signal: context.signal,
  });
  if (reserved) {
    await parts.store.spending.settle({
      ...spendingKey(context, key),
      costUsd: result.usage.costUsd ?? config.model.budget.perRunUsd,
    });
  }
  return result;
}

/** A spent budget is a part that was not looked at: never shown as green. */
const budgetSpent = {
  path: null,
  reason: 'the model was not asked: its budget for this pull request or day is spent',
};

type Key = { readonly repository: string; readonly pullRequest: number };

async function reserveBudget(context: RunContext, { policy, parts }: Reviewing, key: Key): Promise<boolean> {
  const { budget } = policy.config.model;
  return await parts.store.spending.reserve({
    ...spendingKey(context, key),
    costUsd: budget.perRunUsd,
    caps: { perPullRequestUsd: budget.perPullRequestUsd, perDayUsd: budget.perDayUsd },
  });
}

function spendingKey(context: RunContext, key: Key): Key & { runId: string; day: string } {
  return { ...key, runId: context.request.id, day: context.request.receivedAt.slice(0, 10) };
}
