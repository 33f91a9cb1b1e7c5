import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Diagnosis } from '../../contracts/diagnosis.ts';
import { detectors } from '../../detectors/index.ts';
import { analyseLog } from '../../diagnosis/analyse-log.ts';
import { mergeDiagnoses } from '../../diagnosis/merge-diagnoses.ts';
import { errorCode } from '../../git/error-code.ts';
import { createSecretRedactor } from '../../guardrails/redact-secrets.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { renderDiagnosisText } from '../formats/diagnosis-text.ts';
import { chooseFormat } from '../report-result.ts';
import type { Terminal } from '../terminal.ts';

export type DiagnoseOptions = {
  readonly log?: readonly string[];
  readonly format?: string;
  readonly json?: boolean;
};

/** `devops diagnose --log <files…>`: why jobs failed, from their logs; `-` reads standard input. */
export async function diagnose(options: DiagnoseOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json', 'markdown'] as const);
  const logs = options.log ?? [];
  if (logs.length === 0) {
    throw new UsageError('Give the log with --log <file>, or --log - to read it from standard input.');
  }
  const redact = createSecretRedactor(detectors);
  const diagnoses: Diagnosis[] = [];
  for (const log of logs) {
    const job = logs.length === 1 ? {} : { job: basename(log).replace(/\.(?:txt|log)$/, '') };
    const mask = (text: string): string => redact('log.txt', text);
    diagnoses.push(await readLog(log, terminal, chunks => analyseLog(chunks, { mask, ...job })));
  }
  const diagnosis = mergeDiagnoses(diagnoses);
  if (format === 'json') terminal.write(`${JSON.stringify(diagnosis, null, 2)}\n`);
  else if (format === 'text') terminal.write(renderDiagnosisText(diagnosis, terminal));
  else {
    const { renderDiagnosis } = await import('../../results/diagnosis.ts');
    terminal.write(renderDiagnosis(diagnosis));
  }
  if (diagnosis.outcome === 'passed') return exitCodes.passed;
  return diagnosis.outcome === 'findings' ? exitCodes.findings : exitCodes.incomplete;
}

async function readLog<T>(
  log: string,
  terminal: Terminal,
  read: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  if (log === '-') return await read(process.stdin);
  const file = resolve(terminal.folder, log);
  try {
    if (statSync(file).isDirectory()) throw new UsageError(`--log: "${log}" is a folder; name one log file.`);
    return await read(chunksOf(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--log: "${log}" cannot be read (${errorCode(error)}).`);
  }
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
