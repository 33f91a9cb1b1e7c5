import type { RunnerJob, RunnerObservation } from '../../contracts/deploy-runner.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { AppError } from '../../errors.ts';
import { repositoryKey } from '../run-parts.ts';
import { assertNotCancelled, type DeploySaga, isCancelled, isHalted, takeLock } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

/** How long after its own time limit something is still looked at when nobody answers, milliseconds. */
const outageGraceMs = 3_600_000;

export type Finished = Extract<RunnerObservation, { readonly kind: 'finished' }>;
type UnderWay = Extract<RunnerObservation, { readonly kind: 'under-way' }>;

/** Something outside that is started once and looked at until it ends: a runner, a verification, a roll-back. */
export type Watched = {
  /** Names it in the journal. */
  readonly name: string;
  readonly timeoutMinutes: number;
  /** All but when it starts, which is written down before it does. */
  readonly job: Omit<RunnerJob, 'startedAt'>;
  readonly start: (job: RunnerJob) => Promise<RunnerObservation>;
  /** What an earlier start whose answer never came did. */
  readonly find: (job: RunnerJob) => Promise<RunnerObservation | undefined>;
  readonly observe: (job: RunnerJob, state: unknown) => Promise<RunnerObservation>;
  /** Asks it to stop; what cannot be stopped is watched to its end all the same. */
  readonly cancel: (job: RunnerJob, state: unknown) => Promise<{ readonly state: unknown }>;
  /** Called once it is known to be under way, before anything is waited for; repeated calls change nothing. */
  readonly begun: (seen: UnderWay) => Promise<void>;
};

/** Starts it and watches it to its end, waiting without a worker in between. The lock's expiry is put off. */
export async function watch(
  saga: DeploySaga,
  plan: DeployPlan,
  watched: Watched,
): Promise<RunWaiting | Finished> {
  const { context, progress, parts, ask } = saga;
  const { name } = watched;
  const startedAt = await context.step(`${name}-starts`, async () => parts.now().toISOString());
  const job = { ...watched.job, startedAt };
  let isNew = false;
  let seen = await context.effect(name, {
    perform: async () => {
      assertNotCancelled(context);
      isNew = true;
      return await watched.start(job);
    },
    reconcile: () => watched.find(job),
  });
  for (let look = 1; ; look++) {
    progress.logUrl = seen.logUrl ?? progress.logUrl;
    if (seen.kind === 'finished') return seen;
    const last = seen;
    if (look === 1) await watched.begun(last);
    if (isNew) {
      await parts.store.wakes.set({
        runId: context.request.id,
        repository: repositoryKey(ask.repository),
        keys: last.wakeOn,
      });
      await takeLock(saga, plan);
      return { kind: 'waiting', delayMs: last.lookAgainMs };
    }
    let { state } = last;
    // Looks that are known already are only gone through again: asked to stop is what there is now.
    if (isCancelled(context) && context.recall(`${name}-look-${look}`) === undefined) {
      const stopped = await context.effect(`${name}-cancel`, {
        perform: async () => ({ look, state: (await watched.cancel(job, last.state)).state }),
        reconcile: async () => undefined,
      });
      // Later looks go on from what the ones before them saw.
      if (stopped.look === look) state = stopped.state;
    }
    seen = await context.step(`${name}-look-${look}`, async () => {
      isNew = true;
      const giveUpAt = Date.parse(startedAt) + watched.timeoutMinutes * 60_000 + outageGraceMs;
      return await observe(saga, { last: { ...last, state }, giveUpAt }, () => watched.observe(job, state));
    });
  }
}

/** One look. GitHub or AWS not answering is no end of what runs there: it is looked again later. */
async function observe(
  { context, parts }: DeploySaga,
  { last, giveUpAt }: { readonly last: UnderWay; readonly giveUpAt: number },
  look: () => Promise<RunnerObservation>,
): Promise<RunnerObservation> {
  try {
    return await look();
  } catch (error) {
    const isOutage = error instanceof AppError && error.retryable && context.lastAttempt;
    if (!isOutage || isHalted(context) || parts.now().getTime() > giveUpAt) throw error;
    return last;
  }
}
