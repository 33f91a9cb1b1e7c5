import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../src/errors.ts';

/**
 * A path that an input names, absolute. What is checked out may hold symbolic links, so the nearest folder that
 * exists is followed to where it really is.
 * @throws AppError `outside-workspace`.
 */
export function workspacePath(workspace: string, path: string, input: string): string {
  const root = realpathSync(workspace);
  const absolute = resolve(root, path);
  let folder = dirname(absolute);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  const real = join(realpathSync(folder), relative(folder, absolute));
  const inside = relative(root, real);
  if (inside !== '' && inside.split(sep)[0] !== '..' && !isAbsolute(inside)) return real;
  throw new AppError({
    code: 'outside-workspace',
    publicMessage: `input \`${input}\`: the path lies outside of the workspace. Name one relative to it.`,
  });
}
