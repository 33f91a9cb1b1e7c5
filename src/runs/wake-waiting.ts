import type { DeployState } from '../contracts/deploy.ts';
import type { RunContext, RunWaiting } from '../contracts/engine.ts';
import { type RunParts, repositoryKey } from './run-parts.ts';

/** How long, and how often, an event without a run that waits for it is kept, milliseconds. */
const keepMs = 30_000;
const lookAgainMs = 500;

/** States in which a deployment may be about to wait for something. */
const underWay: readonly DeployState[] = ['queued', 'in-progress', 'verifying'];

/**
 * Wakes the runs that wait for an event. One that came faster than the run that started it could write down what it
 * waits for is kept for a moment, as long as the repository has a deployment under way.
 */
export async function wakeWaiting(
  { request }: RunContext,
  key: string,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  if (request.repository === null) return undefined;
  const repository = repositoryKey(request.repository);
  const runIds = await parts.store.wakes.runs({ repository, key });
  if (runIds.length > 0) {
    await parts.wake(runIds);
    return undefined;
  }
  const isOld = parts.now().getTime() - Date.parse(request.receivedAt) > keepMs;
  const deployments = await parts.store.deployments.list({ repository, states: underWay, limit: 1 });
  return isOld || deployments.length === 0 ? undefined : { kind: 'waiting', delayMs: lookAgainMs };
}
