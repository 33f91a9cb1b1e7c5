import { setTimeout as delay } from 'node:timers/promises';
import type { RunHandler, RunWaiting } from '../../contracts/engine.ts';
import { type RunRequest, runRequestSchema } from '../../contracts/run.ts';
import { AppError } from '../../errors.ts';
import { errorFields, type Logger } from '../../logger.ts';
import type { RunStore } from '../../storage/run-store.ts';
import { type RetryPolicy, retryDelayMs } from './retry.ts';
import type { RunExecution } from './run-execution.ts';

/** What the queue is told about a claim that has ended. */
type Ending =
  | {
      readonly kind: 'finish';
      readonly status: 'done' | 'failed' | 'cancelled';
      readonly errorCode: string | null;
    }
  | {
      readonly kind: 'requeue';
      readonly delayMs: number;
      readonly attempts: number;
      readonly waiting?: boolean;
    }
  | { readonly kind: 'lost' };

type CarryOutOptions = {
  readonly execution: RunExecution;
  /** JSON text as enqueued. */
  readonly request: string;
  readonly handler: RunHandler;
  readonly runs: RunStore;
  readonly logger: Logger;
  readonly retry: RetryPolicy;
  /** In [0, 1). */
  readonly random: () => number;
  /** See `RunContext.givenUp`. */
  readonly givenUp: boolean;
  /** True once the worker has handed everything back and the database may be closed. */
  readonly isClosed: () => boolean;
};

/** How long a run this release cannot read is left for a newer one, milliseconds. */
const unreadableDelayMs = 60_000;
/** Pause after the database did not answer, milliseconds; not the run's failure and not counted as one. */
const storageRetryMs = 1_000;

/** Carries out one claimed run from its journal and records how it ended. Never rejects. */
export async function carryOut(options: CarryOutOptions): Promise<void> {
  const ending = await endingOf(options);
  // A step the handler left running must end first: nobody else may start beside it.
  await options.execution.quiet();
  await record(options, options.execution.fault === 'lost' ? { kind: 'lost' } : ending);
}

async function endingOf(options: CarryOutOptions): Promise<Ending> {
  const { execution, logger } = options;
  const { attempts } = execution;
  const request = readRequest(options.request);
  if (request === undefined) {
    // A newer release may have enqueued it during a rollout.
    logger.error('Run request is not readable by this release; it is kept', { delayMs: unreadableDelayMs });
    return { kind: 'requeue', delayMs: unreadableDelayMs, attempts };
  }
  try {
    await execution.resume();
  } catch (error) {
    logger.error('Run journal could not be read', errorFields(error));
    return { kind: 'requeue', delayMs: storageRetryMs, attempts };
  }
  let waiting: RunWaiting | undefined;
  try {
    const lastAttempt = options.givenUp || attempts + 1 >= options.retry.maxAttempts;
    const context = execution.contextFor(request, { lastAttempt, givenUp: options.givenUp });
    waiting = (await options.handler(context)) ?? undefined;
  } catch (error) {
    return faultEnding(execution) ?? failureEnding(options, error);
  }
  return faultEnding(execution) ?? handledEnding(waiting);
}

function readRequest(text: string): RunRequest | undefined {
  try {
    return runRequestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Having come to where it waits is progress: earlier failures no longer count. */
function handledEnding(waiting: RunWaiting | undefined): Ending {
  return waiting === undefined
    ? { kind: 'finish', status: 'done', errorCode: null }
    : { kind: 'requeue', delayMs: waiting.delayMs, attempts: 0, waiting: true };
}

/** A halted execution says nothing about its run, whatever the handler made of the errors it got. */
function faultEnding({ fault, attempts }: RunExecution): Ending | undefined {
  if (fault === undefined) return undefined;
  if (fault === 'lost') return { kind: 'lost' };
  return { kind: 'requeue', delayMs: fault === 'stopping' ? 0 : storageRetryMs, attempts };
}

function failureEnding({ execution, logger, retry, random }: CarryOutOptions, error: unknown): Ending {
  if (execution.cancelled) return { kind: 'finish', status: 'cancelled', errorCode: null };
  const attempts = execution.attempts + 1;
  const code = error instanceof AppError ? error.code : 'unexpected-error';
  if (error instanceof AppError && error.retryable && attempts < retry.maxAttempts) {
    const delayMs = retryDelayMs(retry, attempts, random());
    logger.warn('Run failed and is tried again', { attempts, delayMs, ...errorFields(error) });
    return { kind: 'requeue', delayMs, attempts };
  }
  logger.error('Run failed', { attempts, reasonCode: code, ...errorFields(error) });
  return { kind: 'finish', status: 'failed', errorCode: code };
}

/** Keeps trying while the database does not answer: the lease is ours until it says otherwise. */
async function record(options: CarryOutOptions, ending: Ending): Promise<void> {
  const { execution, runs, logger, isClosed } = options;
  if (ending.kind === 'lost') return;
  while (!isClosed()) {
    try {
      const valid =
        ending.kind === 'finish'
          ? await runs.finish(execution.claim, ending)
          : await runs.requeue(execution.claim, ending);
      if (!valid) logger.warn('Run ended here after another worker had taken it over');
      return;
    } catch (error) {
      logger.error('Run ending could not be recorded; trying again', errorFields(error));
      await delay(storageRetryMs);
    }
  }
}
