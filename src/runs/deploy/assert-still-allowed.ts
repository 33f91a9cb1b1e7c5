import { globalLock } from '../../contracts/lock.ts';
import { AppError } from '../../errors.ts';
import { decideDeployment, needsOnlyLock } from '../../policies/index.ts';
import { repositoryKey } from '../run-parts.ts';
import { collectFacts } from './collect-facts.ts';
import { type DeploySaga, takeLock } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

/** What `assertStillAllowed` throws: the deployment is refused, not broken. */
export const noLongerAllowed = 'no-longer-allowed';

/**
 * The last look, at the moment before the deployment is created: that the lock is still held, that nobody locked
 * everything, and that the head is still the commit. A run that was interrupted after it was decided (a crash, a
 * restart) is decided anew, since anything may have changed meanwhile.
 *
 * @throws AppError `no-longer-allowed`, or retryable when GitHub could not be asked.
 */
export async function assertStillAllowed(saga: DeploySaga, plan: DeployPlan): Promise<void> {
  const { ask, parts } = saga;
  if (ask.dryRun) throw changed('A dry run creates nothing.');
  const repository = repositoryKey(ask.repository);
  if ((await takeLock(saga, plan)).kind !== 'held')
    throw changed('The lock was taken away before anything was begun.');
  const all = await parts.store.locks.read({ repository, environment: globalLock });
  if (all !== null && (all.pullRequest === null || all.pullRequest !== ask.pullRequest))
    throw changed('All environments were locked before anything was begun.');
  if (!saga.progress.isDecidedNow) return await decideAnew(saga, plan);
  if (ask.pullRequest !== null && ask.cause !== 'rollback') await assertHead(saga, ask.pullRequest, plan);
}

async function decideAnew(saga: DeploySaga, plan: DeployPlan): Promise<void> {
  const decision = decideDeployment(await collectFacts(saga, plan), plan);
  if (needsOnlyLock(decision)) return;
  const first = decision.gates.find(({ verdict }) => verdict === decision.kind);
  throw changed(first?.message ?? 'A gate does not let it pass any more.');
}

async function assertHead(
  { clients }: DeploySaga,
  pullRequest: number,
  { intent }: DeployPlan,
): Promise<void> {
  const head = await clients.gates.headOf(pullRequest);
  if (head === undefined || !head.open)
    throw changed('The pull request was closed before anything was begun.');
  if (!head.headExists) throw changed('The branch was deleted before anything was begun.');
  if (head.headSha !== intent.sha)
    throw changed(`The head moved on to \`${head.headSha.slice(0, 7)}\` before anything was begun.`);
}

function changed(publicMessage: string): AppError {
  return new AppError({ code: noLongerAllowed, publicMessage });
}
