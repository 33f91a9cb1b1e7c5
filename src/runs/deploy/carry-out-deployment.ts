import type { GitHubDeployment } from '../../clients/github/deploy-client.ts';
import type { DeployRecord } from '../../contracts/deploy.ts';
import type { RunnerProblem } from '../../contracts/deploy-runner.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { adviseRisk } from './advise.ts';
import { assertStillAllowed } from './assert-still-allowed.ts';
import { assertNotCancelled, attempt, type DeploySaga, jobOf, remember } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { type Statement, writeCheck, writeComment } from './publish-deployment.ts';
import { bringBack, previousGood } from './roll-back.ts';
import { runnerOf, runnerProblems } from './runner-of.ts';
import { setStatus } from './set-status.ts';
import { verifyDeployment } from './verify-deployment.ts';
import { type Finished, watch } from './watch.ts';
import type { Ending } from './wind-up.ts';

type CarriedOut = RunWaiting | { readonly kind: 'ended'; readonly ending: Ending };

/**
 * Asks the runner whether it could start, creates the GitHub deployment, starts the runner, watches and verifies it.
 * The lock is held.
 */
export async function carryOutDeployment(saga: DeploySaga, plan: DeployPlan): Promise<CarriedOut> {
  const { context, progress } = saga;
  const { intent } = plan;
  const [problem] = await context.step('runner-problems', async () =>
    // A run that an earlier version of this server began has been asked by its start.
    context.recall('deployment') === undefined ? await runnerProblems(saga, plan) : [],
  );
  if (problem !== undefined) return { kind: 'ended', ending: cannotStart(problem) };
  const deployment = await createDeployment(saga, plan);
  progress.deploymentId = deployment.id;
  if (deployment.sha !== intent.sha) return { kind: 'ended', ending: wrongCommit(plan, deployment.sha) };
  await context.step('record-queued', () => remember(saga, 'queued'));
  await attempt(saga, 'status', () => setStatus(saga, 'status-queued', { state: 'queued' }));
  await attempt(saga, 'check', () =>
    writeCheck(saga, 'check', { state: 'queued', message: 'The deployment is about to begin.' }),
  );
  const ran = await runRunner(saga, plan, deployment.id);
  if (ran.kind === 'waiting') return ran;
  const finished = ran.result === 'success' ? await verifyDeployment(saga, plan, ran) : ran;
  if (finished.kind === 'waiting') return finished;
  if (!needsRollback(finished, plan)) return { kind: 'ended', ending: endingOf(finished, plan) };
  const previous = await context.step('previous', async () => (await previousGood(saga, plan)) ?? null);
  if (previous === null) return { kind: 'ended', ending: withoutRollback(endingOf(finished, plan)) };
  return await rolledBack(saga, plan, { finished, previous, runnerState: ran.state });
}

/** Something that would keep it from starting, found before anything was created. */
function cannotStart({ code, message, next }: RunnerProblem): Ending {
  return { state: 'error', code, message, next };
}

async function createDeployment(saga: DeploySaga, plan: DeployPlan): Promise<GitHubDeployment> {
  const { context, clients, ask } = saga;
  const { environment, intent, digest } = plan;
  return await context.effect('deployment', {
    perform: async run => {
      assertNotCancelled(context);
      await assertStillAllowed(saga, plan);
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
}

async function runRunner(
  saga: DeploySaga,
  plan: DeployPlan,
  deploymentId: number,
): Promise<RunWaiting | Finished> {
  const runner = runnerOf(saga, plan);
  const settings = plan.environment.runner;
  return await watch(saga, plan, {
    name: 'runner',
    timeoutMinutes: settings.timeoutMinutes,
    job: jobOf(saga, plan, deploymentId),
    start: job => runner.start(settings, job),
    find: job => runner.find(settings, job),
    observe: (job, state) => runner.observe(settings, job, state),
    cancel: (job, state) => runner.cancel(settings, job, state),
    begun: () => announce(saga, plan),
  });
}

/** Says that it has begun, once. */
async function announce(saga: DeploySaga, plan: DeployPlan): Promise<void> {
  const { context } = saga;
  const statement: Statement = {
    state: 'in-progress',
    message: 'It has begun.',
    commands: [`/devops cancel ${context.request.id}`],
  };
  await context.step('record-in-progress', () => remember(saga, 'in-progress'));
  await attempt(saga, 'status', () => setStatus(saga, 'status-in-progress', { state: 'in_progress' }));
  await attempt(saga, 'comment', () => writeComment(saga, 'comment-in-progress', statement));
  await attempt(saga, 'risk', () => adviseRisk(saga, plan, statement));
}

/** What was deployed, or half of it, and failed; what was never tried or was stopped by a person stays as it is. */
function needsRollback({ result }: Finished, { environment, intent }: DeployPlan): boolean {
  return result === 'failure' && environment.onFailure === 'rollback' && intent.cause !== 'rollback';
}

async function rolledBack(
  saga: DeploySaga,
  plan: DeployPlan,
  failed: { readonly finished: Finished; readonly previous: DeployRecord; readonly runnerState: unknown },
): Promise<CarriedOut> {
  const { previous, finished } = failed;
  const back = await bringBack(saga, plan, {
    previous,
    runner: runnerOf(saga, plan),
    state: failed.runnerState,
  });
  if (back.kind === 'waiting') return back;
  const ending = endingOf(finished, plan);
  const commit = `\`${previous.sha.slice(0, 7)}\``;
  const outcome =
    back.result === 'success'
      ? `${commit}, which ran before, was brought back.`
      : `Bringing back ${commit} failed as well: ${back.summary}`;
  return { kind: 'ended', ending: { ...ending, message: `${ending.message} ${outcome}` } };
}

function withoutRollback(ending: Ending): Ending {
  return { ...ending, message: `${ending.message} There is no earlier good deployment to bring back.` };
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
  };
}
