import { AppError } from '../src/errors.ts';

/** Rejects when the job is cancelled: the runner gives it a few seconds, which are for the report. */
export async function cancellation(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) {
    await new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  throw new AppError({ code: 'cancelled', publicMessage: 'The job was cancelled before the work was done.' });
}
