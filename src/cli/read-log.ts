import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import type { LogAnswer, LogTask } from './log-thread.ts';

/**
 * Analyses a log in a thread whose heap is kept small: V8 lets a heap grow while there is memory, so that a log of 50 MB
 * would leave a hundred of garbage behind it, although some thirteen are in use at a time.
 *
 * @throws AppError `log-thread` when the thread ends without an answer.
 */
export async function readLog(task: LogTask): Promise<LogAnswer> {
  const worker = new Worker(new URL('./log-thread.js', import.meta.url), {
    workerData: task,
    // What runs in there reads untrusted text and needs no secret.
    env: {},
    execArgv: [],
    // Standard input is read by its descriptor, not through the main thread.
    stdin: false,
    resourceLimits: { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 64 },
  });
  return await new Promise<LogAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    const fail = (cause?: unknown): void =>
      reject(new AppError({ code: 'log-thread', publicMessage: 'The log could not be analysed.', cause }));
    worker.once('error', fail);
    worker.once('exit', () => fail());
  });
}
