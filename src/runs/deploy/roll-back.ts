import type { DeployRecord } from '../../contracts/deploy.ts';
import type { DeployRunner } from '../../contracts/deploy-runner.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { repositoryKey } from '../run-parts.ts';
import { attempt, type DeploySaga, jobOf } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { setStatus } from './set-status.ts';
import { type Finished, watch } from './watch.ts';

/** How far back a good deployment is looked for. */
const maxHistory = 50;

/** The newest successful deployment of another commit to the environment. */
export async function previousGood(saga: DeploySaga, plan: DeployPlan): Promise<DeployRecord | undefined> {
  const good = await saga.parts.store.deployments.list({
    repository: repositoryKey(saga.ask.repository),
    environment: plan.environment.name,
    states: ['success'],
    limit: maxHistory,
  });
  return good.find(({ sha }) => sha !== plan.intent.sha);
}

/** Brings the commit that ran before back under the same lock, as a GitHub deployment of its own. */
export async function bringBack(
  saga: DeploySaga,
  plan: DeployPlan,
  back: {
    readonly previous: DeployRecord;
    readonly runner: DeployRunner;
    /** What the runner remembered of the deployment that is taken back. */
    readonly state: unknown;
  },
): Promise<RunWaiting | Finished> {
  const { context, clients, ask } = saga;
  const { environment } = plan;
  const { previous, runner } = back;
  const deployment = await context.effect('back-deployment', {
    perform: run =>
      clients.deployments.createDeployment({
        sha: previous.sha,
        environment: environment.name,
        production: environment.production,
        description: `rollback after the failure of run ${context.request.id}`,
        payload: {
          run,
          actor: ask.actor,
          sha: previous.sha,
          parameters: previous.parameters,
          digest: previous.digest,
          cause: 'auto-rollback',
        },
      }),
    reconcile: run => clients.deployments.findDeployment({ environment: environment.name, run }),
  });
  const job = {
    ...jobOf(saga, plan, deployment.id, '-back'),
    sha: previous.sha,
    ref: previous.ref,
    parameters: previous.parameters,
    isRollBack: true,
  };
  const settings = environment.runner;
  const deploymentId = deployment.id;
  const finished = await watch(saga, plan, {
    name: 'back',
    timeoutMinutes: settings.timeoutMinutes,
    job,
    start: started => runner.rollBack(settings, started, back.state),
    find: started => runner.find(settings, started),
    observe: (started, state) => runner.observe(settings, started, state),
    // What is brought back is not stopped halfway.
    cancel: async (_job, state) => ({ state }),
    begun: () =>
      attempt(saga, 'status', () =>
        setStatus(saga, 'back-in-progress', { state: 'in_progress', deploymentId }),
      ),
  });
  if (finished.kind === 'waiting') return finished;
  const state = finished.result === 'cancelled' ? 'failure' : finished.result;
  await attempt(saga, 'status', () =>
    setStatus(saga, 'back-status', { state, description: finished.summary, deploymentId }),
  );
  if (state === 'success') await attempt(saga, 'inactive', () => replace(saga, plan, previous, deploymentId));
  return finished;
}

/** What runs again is active once: GitHub retires nothing in production by itself. */
async function replace(
  saga: DeploySaga,
  { environment }: DeployPlan,
  previous: DeployRecord,
  deploymentId: number,
): Promise<void> {
  if (environment.production && previous.deploymentId !== null)
    await setStatus(saga, 'back-status-previous', {
      state: 'inactive',
      description: `Replaced by its rollback, deployment ${deploymentId}`,
      deploymentId: previous.deploymentId,
    });
  await saga.context.step('back-record', async () => {
    await saga.parts.store.deployments.put({ ...previous, deploymentId });
    return true;
  });
}
