import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configPath, formatConfigProblem, mergeConfigs, parseConfig } from '../config/index.ts';
import type { Config } from '../contracts/config.ts';
import type { Severity } from '../contracts/severity.ts';
import type { UserRule } from '../contracts/user-rule.ts';
import { rules } from '../detectors/rules.ts';
import { errorCode } from '../git/error-code.ts';
import { UsageError } from './cli-error.ts';

/** The rules' ids, in the order of the catalogue. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id);

/** What a local run goes by, and sentences about what is wrong with it. */
export type LocalPolicy = {
  readonly config: Config;
  readonly warnings: readonly string[];
  /** The repository's own rules. */
  readonly own: readonly UserRule[];
};

/** A configuration's text and the name it is spoken of by. */
export type PolicyFile = { readonly file: string; readonly text: string };

/**
 * Makes a policy from the named file, or else the repository's; a repository's file with errors counts as absent
 * and the result says so.
 * @throws UsageError when a named file has errors.
 */
export function createLocalPolicy(options: {
  /** From `--config`; null for `--no-config`; undefined when neither was given. */
  readonly named: PolicyFile | null | undefined;
  readonly repositoryFile: () => PolicyFile | undefined;
  /** Overrules `review.fail-on`. */
  readonly failOn: Severity | 'never' | undefined;
}): Omit<LocalPolicy, 'own'> {
  const source = options.named === undefined ? options.repositoryFile() : (options.named ?? undefined);
  const file = source?.file ?? configPath;
  const { written, errors } = parseConfig(source?.text ?? '', { file, ruleIds });
  const problems = errors.map(formatConfigProblem);
  if (source !== undefined && source === options.named && problems.length > 0)
    throw new UsageError(problems.join('\n'));
  const { config } = mergeConfigs({ repository: written, severityOf });
  const { failOn = config.review.failOn } = options;
  return {
    config: { ...config, review: { ...config.review, failOn } },
    warnings: problems.length === 0 ? [] : [`${file} has errors, so the defaults are used.`, ...problems],
  };
}

/** The configuration in a work tree, if there is one. @throws UsageError when it cannot be read. */
export function readWorkTreePolicy(root: string): PolicyFile | undefined {
  const path = join(root, configPath);
  return existsSync(path) ? { file: configPath, text: readNamedFile(path) } : undefined;
}

function severityOf(rule: string): Severity | undefined {
  return rules.find(({ id }) => id === rule)?.severity;
}

/** A file the user named. @throws UsageError when it cannot be read. */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${errorCode(error)}).`);
  }
}
