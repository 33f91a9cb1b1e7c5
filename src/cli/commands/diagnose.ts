import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Diagnosis } from '../../contracts/diagnosis.ts';
import { mergeDiagnoses } from '../../diagnosis/merge-diagnoses.ts';
import { errorCode } from '../../git/error-code.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { renderDiagnosisText } from '../formats/diagnosis-text.ts';
import { readLog } from '../read-log.ts';
import type { Terminal } from '../terminal.ts';

export type DiagnoseOptions = {
  readonly log?: readonly string[];
  readonly matcher?: readonly string[];
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
  const matchers: string[] = [];
  for (const file of options.matcher ?? []) matchers.push(await matchersIn(file, terminal));
  const diagnoses: Diagnosis[] = [];
  for (const log of logs) {
    const job = logs.length === 1 ? {} : { job: basename(log).replace(/\.(?:txt|log)$/, '') };
    diagnoses.push(await diagnosisOf(log, terminal, { ...job, matchers }));
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

/** The text of a file of problem matchers. @throws UsageError when it is none. */
async function matchersIn(file: string, terminal: Terminal): Promise<string> {
  let text: string;
  try {
    text = readFileSync(resolve(terminal.folder, file), 'utf8');
  } catch (error) {
    throw new UsageError(`--matcher: "${file}" cannot be read (${errorCode(error)}).`);
  }
  const { readProblemMatchers } = await import('../../diagnosis/problem-matcher.ts');
  const read = readProblemMatchers(text);
  if (read.kind === 'invalid')
    throw new UsageError(`--matcher: "${file}" is no file of problem matchers: ${read.reason}`);
  return text;
}

async function diagnosisOf(
  log: string,
  terminal: Terminal,
  options: { readonly job?: string; readonly matchers: readonly string[] },
): Promise<Diagnosis> {
  const file = log === '-' ? null : resolve(terminal.folder, log);
  if (file !== null && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UsageError(`--log: "${log}" is a folder; name one log file.`);
  const answer = await readLog({ file, ...options });
  if (answer.kind === 'read') return answer.diagnosis;
  throw new UsageError(`--log: "${log}" cannot be read (${answer.code}).`);
}
