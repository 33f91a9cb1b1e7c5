import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Finding } from '../contracts/finding.ts';
import type { ReviewResult } from '../contracts/result.ts';
import { atLeast } from '../contracts/severity.ts';
import { rules } from '../detectors/rules.ts';
import { errorCode } from '../git/error-code.ts';
import { exitCodes, UsageError } from './cli-error.ts';
import { renderText } from './formats/text.ts';
import type { Terminal } from './terminal.ts';

/** The formats of a review's result. */
export const resultFormats = ['text', 'json', 'sarif', 'markdown'] as const;
export type ResultFormat = (typeof resultFormats)[number];

/**
 * Prints a result, or writes it to a file, and tells what the process ends with.
 * @throws UsageError when the file cannot be written.
 */
export async function reportResult(options: {
  readonly result: ReviewResult;
  readonly format: ResultFormat;
  readonly output: string | undefined;
  readonly terminal: Terminal;
  readonly sourceLine: (finding: Finding) => string | undefined;
}): Promise<number> {
  const { result, terminal } = options;
  const colour = terminal.colour && options.output === undefined;
  const text = await render({ ...options, colour });
  if (options.output === undefined) terminal.write(text);
  else writeOutput(resolve(terminal.folder, options.output), text);
  return exitCodeOf(result);
}

async function render(options: {
  readonly result: ReviewResult;
  readonly format: ResultFormat;
  readonly colour: boolean;
  readonly sourceLine: (finding: Finding) => string | undefined;
}): Promise<string> {
  switch (options.format) {
    case 'text':
      return renderText(options.result, options);
    case 'json':
      return `${JSON.stringify(options.result, null, 2)}\n`;
    case 'markdown': {
      const { renderMarkdown } = await import('./formats/markdown.ts');
      return renderMarkdown(options.result);
    }
    case 'sarif': {
      const { renderSarif } = await import('../results/sarif.ts');
      return renderSarif(options.result, {
        rules,
        version: packageJson.version,
        informationUri: 'https://github.com/agentic-devops/agentic-devops',
      });
    }
  }
}

/** Writes what was asked for with `--output`. @throws UsageError when that cannot be. */
export function writeOutput(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`--output: ${file} cannot be written (${errorCode(error)}).`);
  }
}

/** 1 only for findings at or above the threshold; lesser ones are shown and pass. */
export function exitCodeOf(result: ReviewResult): number {
  const { failOn, findings, outcome } = result;
  if (failOn !== 'never' && findings.some(({ severity }) => atLeast(severity, failOn)))
    return exitCodes.findings;
  if (result.notAnalysed.length > 0) return exitCodes.incomplete;
  switch (outcome) {
    case 'passed':
    case 'findings':
      return exitCodes.passed;
    case 'refused':
      return exitCodes.refused;
    case 'incomplete':
    case 'failed':
    case 'cancelled':
      return exitCodes.incomplete;
  }
}
