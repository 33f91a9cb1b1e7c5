import type { DeploymentLook } from '../../clients/github/gate-client.ts';
import type { DeployRecord, DeployState } from '../../contracts/deploy.ts';
import type { RunnerJob, RunnerObservation } from '../../contracts/deploy-runner.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { DeploymentDecision, GateResult } from '../../contracts/gate.ts';
import type { LockAnswer } from '../../contracts/lock.ts';
import type { RoleName } from '../../contracts/role.ts';
import { AppError } from '../../errors.ts';
import { errorFields } from '../../logger.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { isTriedAgain } from '../tried-again.ts';
import type { DeployAsk } from './deploy-ask.ts';
import type { DeployClients } from './deploy-parts.ts';
import type { DeployPlan, Planning } from './plan-deployment.ts';

/** What the steps of one deployment share. What changes is kept in the journal and in `Progress`. */
export type DeploySaga = {
  readonly context: RunContext;
  readonly ask: DeployAsk;
  readonly parts: RunParts;
  readonly clients: DeployClients;
  /** ISO 8601, when the run first began. */
  readonly begunAt: string;
  readonly progress: Progress;
};

/** How far it has come: what the journal knows, gathered on the way, for whoever has to show or to wind it up. */
export type Progress = {
  plan: DeployPlan | undefined;
  /** Of who asked, as it was when the command came; used for one look. */
  role: RoleName | undefined;
  /** What the plan was made from, in this execution; used for one look of the gates. */
  look: DeploymentLook | undefined;
  /** Our own comments as they were read with the plan, in this execution. */
  comments: Pick<DeploymentLook, 'ownComments' | 'areAllComments'> | undefined;
  gates: readonly GateResult[];
  /** The gates decided in this execution, not in one that was interrupted. */
  isDecidedNow: boolean;
  /** GitHub's number of the deployment. */
  deploymentId: number | undefined;
  checkId: number | undefined;
  commentId: number | undefined;
  logUrl: string | undefined;
};

/** Nothing has happened yet. */
export function newProgress(): Progress {
  return {
    plan: undefined,
    role: undefined,
    look: undefined,
    comments: undefined,
    gates: [],
    isDecidedNow: false,
    deploymentId: undefined,
    checkId: undefined,
    commentId: undefined,
    logUrl: undefined,
  };
}

/** What the journal of an ended deployment knows of the way it came. */
export function recallProgress({ context, progress }: Pick<DeploySaga, 'context' | 'progress'>): void {
  const planning = context.recall<Planning>('plan');
  if (planning?.kind === 'plan') progress.plan = planning.plan;
  progress.gates = last<{ readonly decision: DeploymentDecision }>(context, 'gates')?.decision.gates ?? [];
  progress.deploymentId = context.recall<{ readonly id: number }>('deployment')?.id;
  progress.checkId = (context.recall<Written>('check') ?? lastShown(context))?.id;
  const seen = last<RunnerObservation>(context, 'runner-look') ?? context.recall<RunnerObservation>('runner');
  progress.logUrl = seen?.logUrl;
}

type Written = { readonly id: number };

/** The check run as it was when it waited; looks that changed nothing wrote none. */
function lastShown(context: RunContext): Written | undefined {
  let found: Written | undefined;
  for (let number = 1; context.recall(`gates-${number}`) !== undefined; number++)
    found = context.recall<Written>(`check-waiting-${number}`) ?? found;
  return found;
}

/** The result of the last of the steps `<name>-1`, `<name>-2`… */
function last<T>(context: RunContext, name: string): T | undefined {
  let found: T | undefined;
  for (let number = 1; ; number++) {
    const next = context.recall<T>(`${name}-${number}`);
    if (next === undefined) return found;
    found = next;
  }
}

/** Thrown where a cancelled deployment would do something new; caught by the saga alone. */
export function assertNotCancelled(context: RunContext): void {
  if (isCancelled(context))
    throw new AppError({ code: 'run-cancelled', publicMessage: 'The deployment was cancelled.' });
}

/** Somebody cancelled the run; a server that shuts down aborts the signal too, for another reason. */
export function isCancelled({ signal }: RunContext): boolean {
  return signal.aborted && signal.reason instanceof AppError && signal.reason.code === 'run-cancelled';
}

/** Whether the execution was halted from outside (shutdown, lost claim): then an error says nothing about the run. */
export function isHalted(context: RunContext): boolean {
  return context.signal.aborted && !isCancelled(context);
}

/**
 * Does a part that the deployment does not depend on, such as a comment: tried again with the whole run as long as
 * that can help, then left out and logged.
 */
export async function attempt(saga: DeploySaga, part: string, perform: () => Promise<void>): Promise<void> {
  try {
    await perform();
  } catch (error) {
    if (isHalted(saga.context) || isTriedAgain(error, saga.context)) throw error;
    saga.parts.logger.error('Part of a deployment could not be published', {
      runId: saga.context.request.id,
      part,
      ...errorFields(error),
    });
  }
}

/** Writes down where the deployment stands. */
export async function remember(saga: DeploySaga, state: DeployState): Promise<void> {
  const { context, ask, parts, progress, begunAt } = saga;
  const { plan } = progress;
  if (plan === undefined) return;
  const record: DeployRecord = {
    runId: context.request.id,
    repository: repositoryKey(ask.repository),
    environment: plan.environment.name,
    pullRequest: ask.pullRequest,
    sha: plan.intent.sha,
    ref: plan.ref,
    actor: ask.actor,
    cause: ask.cause,
    parameters: plan.intent.parameters,
    digest: plan.digest,
    state,
    deploymentId: progress.deploymentId ?? null,
    createdAt: begunAt,
    updatedAt: parts.now().toISOString(),
  };
  await parts.store.deployments.put(record);
}

/** Takes the environment's lock or a place in its line; taking a lock that is held already puts its expiry off. */
export async function takeLock({ ask, context, parts }: DeploySaga, plan: DeployPlan): Promise<LockAnswer> {
  const { name, lock } = plan.environment;
  return await parts.store.locks.take({
    repository: repositoryKey(ask.repository),
    environment: name,
    pullRequest: ask.pullRequest,
    runId: context.request.id,
    by: ask.actor,
    reason: '',
    sticky: lock.sticky,
    expiresAfterMinutes: lock.expiresAfterMinutes,
    whenHeld: lock.whenHeld,
  });
}

/** The work as runners see it; `suffix` tells what belongs to a deployment (its roll-back) from itself. */
export function jobOf(
  { context, ask }: DeploySaga,
  plan: DeployPlan,
  deploymentId: number,
  suffix = '',
): Omit<RunnerJob, 'startedAt'> {
  return {
    key: `${context.request.id}${suffix}`,
    installationId: ask.installationId,
    repository: ask.repository,
    environment: plan.environment.name,
    sha: plan.intent.sha,
    ref: plan.ref,
    deploymentId,
    actor: ask.actor,
    parameters: plan.intent.parameters,
    isRollBack: ask.cause === 'rollback',
  };
}
