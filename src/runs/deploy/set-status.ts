import type { DeploymentState } from '../../clients/github/deploy-client.ts';
import type { DeploySaga } from './deploy-saga.ts';

const descriptions: Readonly<Record<'queued' | 'in_progress', string>> = {
  queued: 'About to begin',
  in_progress: 'Under way',
};

/** Gives the GitHub deployment a status, once per journal name; nothing when there is no deployment. */
export async function setStatus(
  { context, clients, progress }: DeploySaga,
  name: string,
  status: {
    readonly state: DeploymentState;
    readonly description?: string;
    readonly environmentUrl?: string | undefined;
    /** Default: the run's own deployment. */
    readonly deploymentId?: number;
  },
): Promise<void> {
  const { plan, logUrl } = progress;
  const { state, environmentUrl, deploymentId = progress.deploymentId } = status;
  if (deploymentId === undefined || plan === undefined) return;
  const standard = state === 'queued' || state === 'in_progress' ? descriptions[state] : state;
  await context.effect(name, {
    perform: async () => {
      await clients.deployments.setStatus({
        deploymentId,
        state,
        environment: plan.environment.name,
        description: status.description ?? standard,
        autoInactive: state === 'success',
        ...(logUrl === undefined ? {} : { logUrl }),
        ...(environmentUrl === undefined ? {} : { environmentUrl }),
      });
      return true;
    },
    // The same status twice is the same state.
    reconcile: async () => undefined,
  });
}
