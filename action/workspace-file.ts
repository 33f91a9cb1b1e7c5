import { closeSync, constants, mkdirSync, openSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { AppError } from '../src/errors.ts';
import { workspacePath } from './workspace-path.ts';

/** A file that an input names, relative to the workspace. */
type WorkspaceFile = { readonly workspace: string; readonly path: string; readonly input: string };

/**
 * Writes a file into the workspace; gives its path relative to it. A symbolic link in its place, which a checked out
 * change may have brought, is not written through.
 * @throws AppError `outside-workspace`, `file-not-written`.
 */
export function writeWorkspaceFile({ workspace, path, input }: WorkspaceFile, text: string): string {
  const file = workspacePath(workspace, path, input);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
    const descriptor = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644);
    try {
      writeFileSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw new AppError({
      code: 'file-not-written',
      publicMessage: `input \`${input}\`: the file could not be written (a folder or a symbolic link may stand in its place).`,
      cause,
    });
  }
  return relative(realpathSync(workspace), file);
}
