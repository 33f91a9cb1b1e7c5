import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConfigProblem } from '../../config/index.ts';
import { configPath, parseConfig } from '../../config/index.ts';
import { findRepository } from '../../git/find-repository.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeText } from '../escape-text.ts';
import { readLocalDefinitions } from '../local-definitions.ts';
import { readNamedFile, ruleIds } from '../local-policy.ts';
import { createPaint } from '../paint.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `devops config check [file]`: every problem with its place; without a file of the configuration and of all agents,
 * context documents and workflows beside it. 1 when there is one.
 */
export async function configCheck(
  file: string | undefined,
  options: { readonly format?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const root = (await findRepository(terminal.folder)) ?? terminal.folder;
  const definitions = file === undefined ? await readLocalDefinitions(terminal.folder) : undefined;
  const name = file ?? configPath;
  const path = file === undefined ? join(root, configPath) : resolve(terminal.folder, file);
  if (definitions !== undefined && !existsSync(path) && definitions.files.size === 0) {
    const message = `There is no ${configPath} here, so the defaults hold. Name another file to check it.`;
    throw new UsageError(message);
  }
  const text = file === undefined && !existsSync(path) ? '' : readNamedFile(path);
  const { errors: own, warnings, config } = parseConfig(text, { file: name, ruleIds });
  const errors = [...own, ...(definitions?.problems ?? [])];
  const valid = errors.length === 0;
  if (format === 'json') {
    const checked = [name, ...(definitions?.files.keys() ?? [])];
    const report = { file: name, files: checked, valid, errors, warnings, config };
    terminal.write(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    const textOf = (problem: ConfigProblem): string => definitions?.files.get(problem.file) ?? text;
    const shown = errors.map(error =>
      renderProblem(error, textOf(error).split(/\r?\n/)[error.line - 1] ?? '', terminal.colour),
    );
    const verdict = valid
      ? validText(name, definitions?.files.size ?? 0)
      : `${errors.length} ${errors.length === 1 ? 'problem' : 'problems'}.`;
    terminal.write(`${[...shown, verdict].join('\n\n')}\n`);
  }
  return valid ? exitCodes.passed : exitCodes.findings;
}

function validText(name: string, definitions: number): string {
  if (definitions === 0) return `${escapeText(name)} is valid.`;
  const files = definitions === 1 ? '1 file' : `${definitions} files`;
  return `${escapeText(name)} and ${files} of .github/devops are valid.`;
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
