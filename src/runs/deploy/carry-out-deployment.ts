import type { DeployRunner, RunnerObservation } from '../../contracts/deploy-runner.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { AppError } from '../../errors.ts';
import { repositoryKey } from '../run-parts.ts';
import {
  assertNotCancelled,
  attempt,
  type DeploySaga,
  isCancelled,
  isHalted,
  jobOf,
  remember,
} from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { writeCheck, writeComment } from './publish-deployment.ts';
import type { Ending } from './wind-up.ts';

/** How long after a runner's time limit it is still looked at when nobody answers, milliseconds. */
const outageGraceMs = 3_600_000;

type CarriedOut = RunWaiting | { readonly kind: 'ended'; readonly ending: Ending };
type Finished = Extract<RunnerObservation, { readonly kind: 'finished' }>;

/** Creates the GitHub deployment, starts the runner and watches it to its end. The lock is held. */
export async function carryOutDeployment(saga: DeploySaga, plan: DeployPlan): Promise<CarriedOut> {
  const { context, progress, clients, ask } = saga;
  const { environment, intent, digest } = plan;
  const deployment = await context.effect('deployment', {
    perform: async run => {
      assertNotCancelled(context);
      return await clients.deployments.createDeployment({
        sha: intent.sha,
        environment: environment.name,
        production: environment.production,
        description: `${ask.cause} by ${ask.actor}, run ${context.request.id}`,
        payload: {
          run,
          actor: ask.actor,
          sha: intent.sha,
          parameters: intent.parameters,
          digest,
          cause: intent.cause,
          config: intent.configSha,
        },
      });
    },
    reconcile: run => clients.deployments.findDeployment({ environment: environment.name, run }),
  });
  progress.deploymentId = deployment.id;
  if (deployment.sha !== intent.sha) return { kind: 'ended', ending: wrongCommit(plan, deployment.sha) };
  await context.step('record-queued', () => remember(saga, 'queued'));
  await attempt(saga, 'status', () => setStatus(saga, plan, 'queued'));
  await attempt(saga, 'check', () =>
    writeCheck(saga, 'check', { state: 'queued', message: 'The deployment is about to begin.' }),
  );
  const finished = await runToEnd(saga, plan, deployment.id);
  if (finished.kind === 'waiting') return finished;
  return { kind: 'ended', ending: endingOf(finished, plan) };
}

async function runToEnd(
  saga: DeploySaga,
  plan: DeployPlan,
  deploymentId: number,
): Promise<RunWaiting | Finished> {
  const { context, progress, parts } = saga;
  const runner = runnerOf(saga, plan);
  const settings = plan.environment.runner;
  const job = jobOf(saga, plan, deploymentId);
  const deadline = Date.parse(saga.begunAt) + settings.timeoutMinutes * 60_000 + outageGraceMs;
  let isNew = false;
  let seen = await context.effect('runner', {
    perform: async () => {
      assertNotCancelled(context);
      isNew = true;
      return await runner.start(settings, job);
    },
    reconcile: () => runner.find(settings, job),
  });
  for (let look = 1; ; look++) {
    progress.logUrl = seen.logUrl ?? progress.logUrl;
    if (seen.kind === 'finished') return seen;
    const watched = seen;
    if (look === 1) await announce(saga, plan);
    if (isNew) {
      await context.step(`wakes-${look}`, () =>
        parts.store.wakes.set({
          runId: context.request.id,
          repository: repositoryKey(saga.ask.repository),
          keys: watched.wakeOn,
        }),
      );
      return { kind: 'waiting', delayMs: watched.lookAgainMs };
    }
    if (isCancelled(context))
      await context.effect('cancel-runner', {
        perform: () => runner.cancel(settings, job, watched.state),
        reconcile: async () => undefined,
      });
    seen = await context.step(`look-${look}`, async () => {
      isNew = true;
      return await observe(saga, { watched, deadline }, () => runner.observe(settings, job, watched.state));
    });
  }
}

/**
 * One look. GitHub or AWS not answering is no end of what runs there: it is looked again later, until well after the
 * runner's own time limit.
 */
async function observe(
  { context, parts }: DeploySaga,
  { watched, deadline }: { readonly watched: RunnerObservation; readonly deadline: number },
  look: () => Promise<RunnerObservation>,
): Promise<RunnerObservation> {
  try {
    return await look();
  } catch (error) {
    const isOutage = error instanceof AppError && error.retryable && context.lastAttempt;
    if (!isOutage || isHalted(context) || parts.now().getTime() > deadline) throw error;
    return watched;
  }
}

/** Says that it has begun, once. */
async function announce(saga: DeploySaga, plan: DeployPlan): Promise<void> {
  const { context } = saga;
  await context.step('record-in-progress', () => remember(saga, 'in-progress'));
  await attempt(saga, 'status', () => setStatus(saga, plan, 'in_progress'));
  await attempt(saga, 'comment', () =>
    writeComment(saga, 'comment-in-progress', {
      state: 'in-progress',
      message: 'It has begun.',
      commands: [`/devops cancel ${context.request.id}`],
    }),
  );
}

/** The runner of the environment's own kind; its settings are of that kind. */
function runnerOf({ parts }: DeploySaga, { environment }: DeployPlan): DeployRunner {
  const { type } = environment.runner;
  const runners: Readonly<Record<string, unknown>> = parts.deploy.runners;
  return runners[type] as DeployRunner;
}

async function setStatus(
  { context, clients, progress }: DeploySaga,
  { environment }: DeployPlan,
  state: 'queued' | 'in_progress',
): Promise<void> {
  const { deploymentId, logUrl } = progress;
  if (deploymentId === undefined) return;
  await context.effect(`status-${state}`, {
    perform: async () => {
      await clients.deployments.setStatus({
        deploymentId,
        state,
        environment: environment.name,
        description: state === 'queued' ? 'About to begin' : 'Under way',
        autoInactive: false,
        ...(logUrl === undefined ? {} : { logUrl }),
      });
      return true;
    },
    // A status more than once is the same state.
    reconcile: async () => undefined,
  });
}

function wrongCommit({ intent }: DeployPlan, sha: string): Ending {
  return {
    state: 'error',
    code: 'deployment-commit',
    message: `GitHub made the deployment of \`${sha.slice(0, 7)}\` instead of \`${intent.sha.slice(0, 7)}\`, so nothing was run.`,
    next: 'Deploy again.',
  };
}

function endingOf(finished: Finished, { environment }: DeployPlan): Ending {
  const { result, summary, next, firstError, code } = finished;
  const environmentUrl = finished.environmentUrl ?? environment.url ?? undefined;
  return {
    state: result,
    code,
    message: summary,
    ...(next === undefined ? {} : { next }),
    ...(firstError === undefined ? {} : { firstError }),
    ...(environmentUrl === undefined ? {} : { environmentUrl }),
    ...(result === 'success' ? { commands: [`/devops rollback ${environment.name}`] } : {}),
  };
}
