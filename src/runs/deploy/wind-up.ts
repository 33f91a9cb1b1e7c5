import type { DeploymentState } from '../../clients/github/deploy-client.ts';
import { repositoryKey } from '../run-parts.ts';
import { adviseDiagnosis } from './advise.ts';
import { attempt, type DeploySaga, remember } from './deploy-saga.ts';
import { type Statement, writeCheck, writeComment } from './publish-deployment.ts';
import { setStatus } from './set-status.ts';

/** How a deployment ends, and what is said about it. */
export type Ending = Statement & {
  readonly state: 'success' | 'failure' | 'error' | 'cancelled' | 'refused' | 'superseded';
  /** Stable, for the audit log. */
  readonly code: string;
  /** Where the deployed thing is to be seen. */
  readonly environmentUrl?: string;
  /** Somebody who may not do this: a thumbs-down and no text. */
  readonly quiet?: boolean;
};

/**
 * Brings everything to its final state: the GitHub deployment's status, the lock, the record, the check run and the
 * comment. Each part is tried even when another one fails for good: a comment that cannot be written keeps no lock.
 */
export async function windUp(saga: DeploySaga, ended: Ending): Promise<void> {
  const ending = { ...ended, commands: ended.commands ?? commandsAfter(saga, ended) };
  const { context } = saga;
  await attempt(saga, 'search', () => findLostDeployment(saga, ending));
  await attempt(saga, 'status', () => setFinalStatus(saga, ending));
  if (ending.state === 'success') await attempt(saga, 'inactive', () => retirePrevious(saga));
  await context.step('release', () => release(saga));
  await context.step('record-final', () => remember(saga, ending.state));
  await context.step('audit', () => audit(saga, ending));
  // The comment belongs to the run that does the same.
  if (ending.state === 'superseded') return;
  if (ending.quiet === true) {
    await attempt(saga, 'reaction', () => refuseQuietly(saga));
    return;
  }
  if (saga.progress.checkId !== undefined)
    await attempt(saga, 'check', () => writeCheck(saga, 'check-final', ending));
  await attempt(saga, 'comment', () => writeComment(saga, 'comment-final', ending));
  await attempt(saga, 'diagnosis', () => adviseDiagnosis(saga, ending));
}

/** A creation whose answer never came may have happened all the same. */
async function findLostDeployment(
  { context, clients, progress }: DeploySaga,
  { state }: Ending,
): Promise<void> {
  const { plan } = progress;
  if (plan === undefined || progress.deploymentId !== undefined) return;
  if (state !== 'error' && state !== 'cancelled') return;
  const found = await context.step('lost-deployment', async () => {
    const deployment = await clients.deployments.findDeployment({
      environment: plan.environment.name,
      run: `${context.request.id}:deployment`,
    });
    return deployment?.id ?? null;
  });
  progress.deploymentId = found ?? undefined;
}

/** What can sensibly be typed next. */
function commandsAfter({ ask, context, progress }: DeploySaga, { state }: Ending): readonly string[] {
  const { plan } = progress;
  if (plan === undefined || ask.issue === null) return [];
  const { name } = plan.environment;
  if (state === 'success')
    return [...plan.followedBy.map(next => `/devops promote ${name} ${next}`), `/devops rollback ${name}`];
  return state === 'refused' ? [] : [`/devops retry ${context.request.id}`];
}

/** What GitHub is told: something that never began is inactive, something that was stopped midway failed. */
function finalStateOf({ state }: Ending, begun: boolean): DeploymentState {
  if (state === 'success' || state === 'failure' || state === 'error') return state;
  return begun ? 'failure' : 'inactive';
}

async function setFinalStatus(saga: DeploySaga, ending: Ending): Promise<void> {
  const begun = saga.context.recall('runner') !== undefined;
  await setStatus(saga, 'status-final', {
    state: finalStateOf(ending, begun),
    description: ending.message,
    environmentUrl: ending.environmentUrl,
  });
}

/** GitHub makes no production deployment inactive by itself, so its history would show all of them as active. */
async function retirePrevious(saga: DeploySaga): Promise<void> {
  const { ask, context, parts, progress } = saga;
  const { plan } = progress;
  if (plan === undefined || !plan.environment.production) return;
  const previous = await context.step('previous-active', async () => {
    const good = await parts.store.deployments.list({
      repository: repositoryKey(ask.repository),
      environment: plan.environment.name,
      states: ['success'],
      limit: 2,
    });
    return good.find(({ runId }) => runId !== context.request.id)?.deploymentId ?? null;
  });
  if (previous === null) return;
  await setStatus(saga, 'status-previous', {
    state: 'inactive',
    description: `Replaced by ${plan.intent.sha.slice(0, 7)}`,
    deploymentId: previous,
  });
}

async function refuseQuietly({ ask, clients, context }: DeploySaga): Promise<void> {
  const { commentId } = ask;
  if (commentId === null) return;
  await context.effect('reaction-refused', {
    perform: async () => {
      await clients.repository.react(commentId, '-1');
      return true;
    },
    // GitHub keeps one reaction of a kind per account.
    reconcile: async () => undefined,
  });
}

/** Gives up the lock or the place in line, and lets the next one begin. */
async function release({ ask, context, parts, progress }: DeploySaga): Promise<true> {
  const repository = repositoryKey(ask.repository);
  const runId = context.request.id;
  await parts.store.wakes.set({ runId, repository, keys: [] });
  const environment = progress.plan?.environment.name;
  if (environment === undefined) return true;
  const { next } = await parts.store.locks.release(
    { repository, environment },
    { pullRequest: ask.pullRequest, runId },
  );
  if (next !== null) await parts.wake([next.runId]);
  return true;
}

async function audit({ ask, context, parts, progress }: DeploySaga, ending: Ending): Promise<true> {
  await parts.store.audit.append({
    at: parts.now().toISOString(),
    runId: context.request.id,
    repository: repositoryKey(ask.repository),
    actor: ask.actor,
    action: `deployment.${ending.state}`,
    details: {
      environment: progress.plan?.environment.name ?? ask.environment,
      sha: progress.plan?.intent.sha ?? null,
      digest: progress.plan?.digest ?? null,
      deployment: progress.deploymentId ?? null,
      code: ending.code,
    },
  });
  return true;
}
