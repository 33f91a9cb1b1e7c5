import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import { AppError, publicMessageOf } from '../../errors.ts';
import { errorFields } from '../../logger.ts';
import { assertNotGivenUp } from '../assert-not-given-up.ts';
import type { RunParts } from '../run-parts.ts';
import { isTriedAgain } from '../tried-again.ts';
import { noLongerAllowed } from './assert-still-allowed.ts';
import { carryOutDeployment } from './carry-out-deployment.ts';
import type { DeployAsk } from './deploy-ask.ts';
import {
  type DeploySaga,
  isCancelled,
  isHalted,
  newProgress,
  recallProgress,
  remember,
} from './deploy-saga.ts';
import { dryRunDeployment } from './dry-run-deployment.ts';
import { passGates } from './pass-gates.ts';
import { planDeployment } from './plan-deployment.ts';
import { type Ending, windUp } from './wind-up.ts';

/** The step under which the way a deployment ends is remembered, so that nothing but winding up follows it. */
const endingStep = 'ending';

/**
 * One deployment from what was asked to its final state: plan, gates, lock, GitHub deployment, runner, verification.
 * While it waits (in line, for an approval, for the runner) it holds no worker. However it ends, its lock is released
 * and deployment, check run and comment say how.
 */
export async function runDeployment(
  context: RunContext,
  ask: DeployAsk,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const begunAt = await context.step('begun', async () => parts.now().toISOString());
  const clients = await parts.deploy.clientsFor(ask.installationId, ask.repository);
  const saga: DeploySaga = {
    context,
    ask,
    parts,
    clients,
    begunAt,
    progress: newProgress(),
  };
  // After a wait the role is asked for again.
  if (context.recall('gates-1') === undefined) saga.progress.role = ask.role;
  const proceeded = await endingOf(saga);
  if (proceeded.kind === 'waiting') return proceeded;
  if (proceeded.kind === 'done') return undefined;
  await windUp(saga, await context.step(endingStep, async () => proceeded.ending));
  return undefined;
}

type Proceeded =
  | RunWaiting
  | { readonly kind: 'ended'; readonly ending: Ending }
  /** A dry run, which has nothing to wind up. */
  | { readonly kind: 'done' };

async function endingOf(saga: DeploySaga): Promise<Proceeded> {
  const { context, parts } = saga;
  const known = context.recall<Ending>(endingStep);
  if (known !== undefined) {
    recallProgress(saga);
    return { kind: 'ended', ending: known };
  }
  try {
    return await proceed(saga);
  } catch (error) {
    if (isHalted(context)) throw error;
    if (isCancelled(context)) return { kind: 'ended', ending: cancelledEnding };
    if (isTriedAgain(error, context)) throw error;
    parts.logger.error('Deployment failed', { runId: context.request.id, ...errorFields(error) });
    return { kind: 'ended', ending: brokenEnding(error) };
  }
}

async function proceed(saga: DeploySaga): Promise<Proceeded> {
  const { context, ask, clients, parts, progress } = saga;
  assertNotGivenUp(context);
  const planning = await context.step('plan', () =>
    planDeployment(ask, clients, parts, look => {
      progress.look = look;
      progress.comments = ask.issue === ask.pullRequest ? look : undefined;
    }),
  );
  if (planning.kind === 'refused') {
    const { kind: _refused, ...ending } = planning;
    return { kind: 'ended', ending: { ...ending, state: 'refused' } };
  }
  progress.plan = planning.plan;
  if (ask.dryRun) {
    const refused = await dryRunDeployment(saga, planning.plan);
    return refused === undefined ? { kind: 'done' } : { kind: 'ended', ending: refused };
  }
  // Before the lock: whoever finds it held can tell whether it is for the same.
  await context.step('record-checking', () => remember(saga, 'checking'));
  const passed = await passGates(saga, planning.plan);
  if (passed.kind !== 'passed') return passed;
  return await carryOutDeployment(saga, planning.plan);
}

const cancelledEnding: Ending = {
  state: 'cancelled',
  code: 'cancelled',
  message: 'It was cancelled before anything was deployed.',
};

function brokenEnding(error: unknown): Ending {
  return {
    state: error instanceof AppError && error.code === noLongerAllowed ? 'refused' : 'error',
    code: error instanceof AppError ? error.code : 'unexpected-error',
    message: publicMessageOf(error),
    next: 'Nothing more is tried; `/devops retry` asks for it again.',
  };
}
