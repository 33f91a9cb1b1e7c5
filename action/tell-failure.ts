import { AppError, publicMessageOf } from '../src/errors.ts';
import type { Runner } from './runner.ts';

/** The sentence for an error, and its stack for whoever switched step debugging on. */
export function tellFailure(error: unknown, runner: Runner, title = 'Security review'): string {
  const message =
    error instanceof AppError
      ? publicMessageOf(error)
      : `An unexpected error occurred (${error instanceof Error ? error.name : typeof error}). Run the job again with debug logging to see where.`;
  if (error instanceof Error) runner.debug(error.stack ?? error.message);
  runner.annotate('error', message, { title });
  return message;
}
