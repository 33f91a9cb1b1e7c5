import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Diagnosis } from '../contracts/diagnosis.ts';
import { secretDetectors } from '../detectors/secrets/index.ts';
import { analyseLog } from '../diagnosis/analyse-log.ts';
import type { Recognition } from '../diagnosis/clue.ts';
import { errorCode } from '../git/error-code.ts';
import { createSecretRedactor } from '../guardrails/redact-secrets.ts';

/** What the thread reads; it comes from our own main thread. */
export type LogTask = {
  /** Null: standard input. */
  readonly file: string | null;
  readonly job?: string;
  /** Texts of files of problem matchers, known to be valid. */
  readonly matchers?: readonly string[];
};
export type LogAnswer =
  | { readonly kind: 'read'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'unreadable'; readonly code: string };

parentPort?.postMessage(await answer(workerData as LogTask));

async function answer({ file, job, matchers: texts = [] }: LogTask): Promise<LogAnswer> {
  const redact = createSecretRedactor(secretDetectors);
  const mask = (text: string): string => redact('log.txt', text);
  const matchers = texts.length === 0 ? [] : await matchersOf(texts);
  const chunks = file === null ? createReadStream('', { fd: 0, autoClose: false }) : chunksOf(file);
  try {
    const diagnosis = await analyseLog(chunks, { mask, matchers, ...(job === undefined ? {} : { job }) });
    return { kind: 'read', diagnosis };
  } catch (error) {
    return { kind: 'unreadable', code: errorCode(error) };
  }
}

/** Loaded only when there are some: what parses them takes more memory than reading a log. */
async function matchersOf(texts: readonly string[]): Promise<readonly Recognition[]> {
  const { readProblemMatchers } = await import('../diagnosis/problem-matcher.ts');
  return texts.flatMap(text => {
    const read = readProblemMatchers(text);
    return read.kind === 'matchers' ? read.recognitions : [];
  });
}

/** One buffer for the whole file: fresh ones would pile up faster than they are collected. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(1 << 16);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
