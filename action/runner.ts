import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { OutputName } from './inputs.ts';

/** A place in a file, for an annotation; columns only count on a single line. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly col?: number;
  readonly endColumn?: number;
};

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * The job's runner, spoken to by workflow commands on standard output and by command files (GitHub Docs,
 * "Workflow commands for GitHub Actions"). Ours instead of the toolkit's, whose HTTP stack costs more start
 * time than a whole review.
 */
export type Runner = {
  /** One line of the log. The text is ours: a line of untrusted text could be a command. */
  info(line: string): void;
  /** Shown only when step debugging is on. */
  debug(message: string): void;
  annotate(
    level: AnnotationLevel,
    message: string,
    options?: { readonly title: string; readonly place?: Place },
  ): void;
  /** Hides the value in every later line of the job's log. */
  mask(secret: string): void;
  setOutput(name: OutputName, value: string | number): void;
  /** Adds Markdown to the job summary. */
  summarise(markdown: string): void;
};

/** @param variables the job's environment; without `GITHUB_OUTPUT` or `GITHUB_STEP_SUMMARY` nothing goes there. */
export function createRunner(
  variables: Readonly<Record<string, string | undefined>>,
  write: (text: string) => void,
): Runner {
  const { GITHUB_OUTPUT: outputFile, GITHUB_STEP_SUMMARY: summaryFile } = variables;
  return {
    info: line => write(`${line}${EOL}`),
    debug: message => write(command('debug', {}, message)),
    annotate(level, message, options) {
      const { place, title } = options ?? {};
      write(command(level, { title, ...place }, message));
    },
    mask(secret) {
      // A multi-line value is printed line by line, so every line is hidden on its own.
      for (const line of secret.split(/\r?\n/)) if (line !== '') write(command('add-mask', {}, line));
    },
    setOutput(name, value) {
      if (outputFile === undefined || outputFile === '') return;
      // The delimiter cannot be foreseen, so no value can end its own block and begin another.
      const delimiter = `devops_${randomUUID()}`;
      appendFileSync(outputFile, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
    },
    summarise(markdown) {
      if (summaryFile !== undefined && summaryFile !== '') appendFileSync(summaryFile, markdown);
    },
  };
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const pairs = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${escapeData(message)}${EOL}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
