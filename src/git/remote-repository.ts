import type { RepositoryName } from '../contracts/context.ts';
import { createGit } from './git-process.ts';

/** The repository that the checkout's `origin` names, by its last two path parts; undefined outside of one. */
export async function remoteRepository(folder: string): Promise<RepositoryName | undefined> {
  const { exitCode, stdout } = await createGit(folder)(['remote', 'get-url', 'origin']);
  if (exitCode !== 0) return undefined;
  const match = /[:/](?<owner>[A-Za-z0-9-]+)\/(?<name>[A-Za-z0-9._-]+?)(?:\.git)?\/?\s*$/.exec(
    stdout.toString('utf8'),
  );
  const { owner, name } = match?.groups ?? {};
  return owner === undefined || name === undefined ? undefined : { owner, name };
}
