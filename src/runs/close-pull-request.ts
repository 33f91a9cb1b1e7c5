import type { DeployState } from '../contracts/deploy.ts';
import type { RunContext } from '../contracts/engine.ts';
import { type RunParts, repositoryKey } from './run-parts.ts';

/** What has begun is finished; what still waits learns now that there is nothing to wait for. */
const waiting: readonly DeployState[] = ['checking', 'waiting-for-lock', 'waiting-for-approval'];
/** More waiting deployments of one pull request find it out by themselves. */
const most = 100;

/** A merged or closed pull request keeps no lock and no place in line. Wakes whoever has a lock by it. */
export async function closePullRequest(
  context: RunContext,
  { pullRequest, merged }: { readonly pullRequest: number; readonly merged: boolean },
  parts: RunParts,
): Promise<void> {
  const { request } = context;
  if (request.repository === null) return;
  const repository = repositoryKey(request.repository);
  await context.step('release', async () => {
    const next = await parts.store.locks.releasePullRequest({ repository, pullRequest });
    const own = await parts.store.deployments.list({ repository, pullRequest, states: waiting, limit: most });
    await parts.wake([...next, ...own].map(({ runId }) => runId));
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: request.id,
      repository,
      actor: request.actor.login,
      action: 'pull-request.closed',
      details: { pullRequest, merged, handedOver: next.length },
    });
    return true;
  });
}
