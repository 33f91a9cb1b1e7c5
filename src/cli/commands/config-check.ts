import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConfigProblem } from '../../config/index.ts';
import { configPath, parseConfig } from '../../config/index.ts';
import { findRepository } from '../../git/find-repository.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeText } from '../escape-text.ts';
import { readNamedFile, ruleIds } from '../local-policy.ts';
import { createPaint } from '../paint.ts';
import { chooseFormat } from '../report-result.ts';
import type { Terminal } from '../terminal.ts';

/** `devops config check [file]`: every problem of a configuration with its place. 1 when there is one. */
export async function configCheck(
  file: string | undefined,
  options: { readonly format?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const path = file === undefined ? await usualFile(terminal.folder) : resolve(terminal.folder, file);
  const name = file ?? configPath;
  const text = readNamedFile(path);
  const { errors, warnings, config } = parseConfig(text, { file: name, ruleIds });
  const valid = errors.length === 0;
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ file: name, valid, errors, warnings, config }, null, 2)}\n`);
  } else {
    const lines = text.split(/\r?\n/);
    const shown = errors.map(error => renderProblem(error, lines[error.line - 1] ?? '', terminal.colour));
    const verdict = valid
      ? `${escapeText(name)} is valid.`
      : `${errors.length} ${errors.length === 1 ? 'problem' : 'problems'}.`;
    terminal.write(`${[...shown, verdict].join('\n\n')}\n`);
  }
  return valid ? exitCodes.passed : exitCodes.findings;
}

async function usualFile(folder: string): Promise<string> {
  const root = (await findRepository(folder)) ?? folder;
  const path = join(root, configPath);
  if (existsSync(path)) return path;
  throw new UsageError(
    `There is no ${configPath} here, so the defaults hold. Name another file to check it.`,
  );
}

function renderProblem(problem: ConfigProblem, source: string, colour: boolean): string {
  const paint = createPaint(colour);
  const number = String(problem.line);
  const hint = problem.suggestion === undefined ? '' : ` Did you mean "${escapeText(problem.suggestion)}"?`;
  const before = escapeText(source.slice(0, problem.column - 1)).length;
  return [
    `${paint.bold(`${escapeText(problem.file)}:${problem.line}:${problem.column}`)}  ${escapeText(problem.message)}${hint}`,
    `  ${paint.faint(`${number} │`)} ${escapeText(source)}`,
    `  ${paint.faint(`${' '.repeat(number.length)} │`)} ${' '.repeat(before)}${paint.red('^')}`,
  ].join('\n');
}
