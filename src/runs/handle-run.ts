import type { RunContext, RunWaiting } from '../contracts/engine.ts';
import type { RunRequest } from '../contracts/run.ts';
import { AppError } from '../errors.ts';
import { runTriggeredAgent } from './agents/triggered-agent.ts';
import { explainCi } from './ci/explain-ci.ts';
import { closePullRequest } from './close-pull-request.ts';
import { answerReviewReply } from './code-review/answer-reply.ts';
import { reviewPullRequestCode } from './code-review/review-pull-request-code.ts';
import { decideFromCheck } from './commands/decide-from-check.ts';
import { dismissFinding } from './commands/dismiss-finding.ts';
import { runCommand } from './commands/run-command.ts';
import { answerProtectionRule } from './deploy/answer-protection-rule.ts';
import { deployByEvent } from './deploy/deploy-by-event.ts';
import { deployGreen, deployMerged } from './deploy/deploy-triggers.ts';
import { reviewMergeGroup } from './merge-group.ts';
import { type ReviewOutcome, reviewPullRequest } from './review/review-pull-request.ts';
import type { RunParts } from './run-parts.ts';
import { pressBox } from './schedules/press-box.ts';
import { runScheduled } from './schedules/run-scheduled.ts';
import { syncInstallation, syncSchedules } from './schedules/sync-schedules.ts';
import { runTriage } from './triage/triage-task.ts';
import { wakeWaiting } from './wake-waiting.ts';

/** Carries out one run by its kind. @throws AppError, retryable or not, which the engine acts on. */
export async function handleRun(context: RunContext, parts: RunParts): Promise<RunWaiting | undefined> {
  const { request } = context;
  const { task, installationId } = request;
  if (task.kind === 'installation') {
    // The audit line is what a security engineer looks for.
    await context.step('audit', () => auditInstallation(request, parts));
    await syncInstallation(context, task, parts);
    return undefined;
  }
  const repository = repositoryOf(request);
  switch (task.kind) {
    case 'review':
      await reviewOf(context, { task, repository, installationId }, parts);
      return undefined;
    case 'merge-group':
      await reviewMergeGroup(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'command':
      return await runCommand(context, { ...task, repository, installationId }, parts);
    case 'agent':
      return await runTriggeredAgent(context, { ...task, repository, installationId }, parts);
    case 'protection-rule':
      return await answerProtectionRule(context, { ...task, repository, installationId }, parts);
    case 'pull-request-closed':
      await closePullRequest(context, task, parts);
      return undefined;
    case 'merged':
      await deployMerged(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'checks-completed':
      await deployGreen(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'deploy-by-event':
      return await deployByEvent(context, { ...task, repository, installationId }, parts);
    case 'review-reply':
      await answerReviewReply(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'decide-from-check':
      await decideFromCheck(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'ci':
      await explainCi(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'triage':
      await runTriage(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'dashboard-box':
      await pressBox(context, { ...task, repository, installationId }, parts);
      return undefined;
    case 'sync-schedules':
      await syncSchedules(context, { repository, installationId }, parts);
      return undefined;
    case 'scheduled':
      return await runScheduled(context, { ...task, repository, installationId }, parts);
    case 'wake':
      return await wakeWaiting(context, task.key, parts);
    case 'dismiss-from-check': {
      const { pullRequest, fingerprint } = task;
      const target = {
        repository,
        installationId,
        pullRequest,
        fingerprint,
        reason: 'Dismissed from the check run.',
      };
      await dismissFinding(context, target, parts);
      return undefined;
    }
  }
}

async function reviewOf(
  context: RunContext,
  options: {
    readonly task: Extract<RunRequest['task'], { kind: 'review' }>;
    readonly repository: NonNullable<RunRequest['repository']>;
    readonly installationId: number;
  },
  parts: RunParts,
): Promise<void> {
  const { task, repository, installationId } = options;
  const { pullRequest, headSha } = task;
  // "Re-run" can be pressed by anybody who may write, and says "review this one".
  const requestedBy = task.reason === 'rerequested' ? 'person' : 'event';
  const target = { repository, installationId, pullRequest, headSha, requestedBy } as const;
  if (task.agent === 'code') {
    await reviewPullRequestCode(context, target, parts);
    return;
  }
  if (task.reason !== 'rerequested')
    await context.step('head', () => rememberHead(context.request, task, parts));
  logOutcome(context, await reviewPullRequest(context, target, parts), parts);
}

function repositoryOf(request: RunRequest): NonNullable<RunRequest['repository']> {
  if (request.repository !== null) return request.repository;
  throw new AppError({
    code: 'no-repository',
    publicMessage: `A ${request.task.kind} run without a repository.`,
  });
}

function logOutcome(context: RunContext, outcome: ReviewOutcome, parts: RunParts): void {
  const fields = { runId: context.request.id, repository: context.request.repository?.name };
  if (outcome.kind === 'skipped')
    parts.logger.info('Review skipped', { ...fields, reasonCode: outcome.code });
  else
    parts.logger.info('Review published', {
      ...fields,
      outcome: outcome.result.outcome,
      durationMs: outcome.result.durationMs,
    });
}

/**
 * The later of two clocks, ours and GitHub's: a head counts as seen before a comment only if both say so. Comments
 * carry GitHub's time.
 */
function seenAt(receivedAt: string, updatedAt: string | undefined): string {
  if (updatedAt === undefined) return receivedAt;
  return Date.parse(updatedAt) > Date.parse(receivedAt) ? updatedAt : receivedAt;
}

async function rememberHead(
  request: RunRequest,
  task: Extract<RunRequest['task'], { kind: 'review' }>,
  parts: RunParts,
): Promise<true> {
  const { owner, name } = repositoryOf(request);
  await parts.store.heads.saw({
    repository: `${owner}/${name}`.toLowerCase(),
    pullRequest: task.pullRequest,
    headSha: task.headSha,
    at: seenAt(request.receivedAt, task.updatedAt),
  });
  return true;
}

async function auditInstallation(request: RunRequest, parts: RunParts): Promise<true> {
  const { task } = request;
  if (task.kind !== 'installation') return true;
  await parts.store.audit.append({
    at: parts.now().toISOString(),
    runId: request.id,
    repository: '',
    actor: request.actor.login,
    action: `installation.${task.action}`,
    details: { installationId: request.installationId, repositories: task.repositories.length },
  });
  return true;
}
