import type { RunContext } from '../contracts/engine.ts';
import { AppError } from '../errors.ts';

/** Whether the engine runs it again after this error: then nothing outside must be brought to an end yet. */
export function isTriedAgain(error: unknown, context: Pick<RunContext, 'lastAttempt' | 'signal'>): boolean {
  return error instanceof AppError && error.retryable && !context.lastAttempt && !context.signal.aborted;
}
