import { readFileSync } from 'node:fs';
import { formatConfigProblem, mergeConfigs, parseConfig } from '../config/index.ts';
import type { Config } from '../contracts/config.ts';
import type { Severity } from '../contracts/severity.ts';
import { detectors } from '../detectors/index.ts';
import { errorCode } from '../git/collect-tree.ts';
import { UsageError } from './cli-error.ts';

/** The rules' ids, in the order of the catalogue. */
export const ruleIds: readonly string[] = detectors.map(({ meta }) => meta.id);

/** What a local run goes by, and sentences about what is wrong with it. */
export type LocalPolicy = { readonly config: Config; readonly warnings: readonly string[] };

/** Makes a policy from a file's text; a file with errors counts as absent and the result says so. */
export function createLocalPolicy(options: {
  readonly text: string | undefined;
  readonly file: string;
  /** Overrules `review.fail-on`. */
  readonly failOn: Severity | 'never' | undefined;
}): LocalPolicy {
  const { written, errors } = parseConfig(options.text ?? '', { file: options.file, ruleIds });
  const { config } = mergeConfigs({ repository: written, severityOf });
  const { failOn = config.review.failOn } = options;
  return {
    config: { ...config, review: { ...config.review, failOn } },
    warnings:
      errors.length === 0
        ? []
        : [
            `${options.file} has errors, so the defaults are used; \`devops config check\` explains them.`,
            ...errors.map(formatConfigProblem),
          ],
  };
}

function severityOf(rule: string): Severity | undefined {
  return detectors.find(({ meta }) => meta.id === rule)?.meta.severity;
}

/** A file the user named. @throws UsageError when it cannot be read. */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${errorCode(error)}).`);
  }
}
