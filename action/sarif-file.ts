import { closeSync, constants, mkdirSync, openSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import type { ReviewResult } from '../src/contracts/result.ts';
import { rules } from '../src/detectors/rules.ts';
import { AppError } from '../src/errors.ts';
import { renderSarif } from '../src/results/sarif.ts';
import { workspacePath } from './workspace-path.ts';

/** The result as SARIF. */
export function sarifOf(result: ReviewResult): string {
  return renderSarif(result, {
    rules,
    version: packageJson.version,
    informationUri: packageJson.homepage,
  });
}

/**
 * Writes the SARIF file into the workspace; gives its path relative to it. A symbolic link in its place, which a
 * checked out change may have brought, is not written through.
 * @throws AppError `outside-workspace`, `sarif-not-written`.
 */
export function writeSarifFile(workspace: string, path: string, sarif: string): string {
  const file = workspacePath(workspace, path, 'sarif-file');
  try {
    mkdirSync(dirname(file), { recursive: true });
    const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
    const descriptor = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644);
    try {
      writeFileSync(descriptor, sarif);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw new AppError({
      code: 'sarif-not-written',
      publicMessage:
        'input `sarif-file`: the file could not be written (a folder or a symbolic link may stand in its place).',
      cause,
    });
  }
  return relative(realpathSync(workspace), file);
}
