import type { DeploySaga } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import type { Ending } from './wind-up.ts';

/** A refusal because the branch lacks commits of its base: has GitHub merge them, where the configuration says so. */
export async function withUpdatedBranch(
  { ask, clients, context }: DeploySaga,
  { intent }: DeployPlan,
  ending: Ending,
): Promise<Ending> {
  const { pullRequest } = ask;
  if (ending.code !== 'outdated-update' || pullRequest === null) return ending;
  // From this head only: asked twice, the second one is refused, which is as good.
  const outcome = await context.effect('update-branch', {
    perform: () => clients.gates.updateBranch(pullRequest, intent.sha),
    reconcile: async () => undefined,
  });
  if (outcome === 'updating') return ending;
  return {
    ...ending,
    message: ending.message.replace('It is being updated.', 'GitHub does not let this App update it.'),
    next: 'Update the branch, then ask again when its checks are green.',
  };
}
