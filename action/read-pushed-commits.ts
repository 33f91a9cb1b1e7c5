import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import { type CollectedChange, collectChange } from '../src/runs/review/collect-change.ts';
import type { RunnerEnvironment } from './runner-environment.ts';
import { readCommits } from './work-tree.ts';

/** GitHub lists at most this many files of a comparison. */
const maxComparedFiles = 300;

/** Reads commits from the checkout where it holds them, else through the API, which needs none. */
export async function readPushedCommits(
  client: RepositoryClient,
  environment: RunnerEnvironment,
  commits: { readonly base: string; readonly head: string },
): Promise<CollectedChange> {
  const local = await readCommits({ workspace: environment.workspace, ...commits });
  if (local !== undefined) return local;
  const listed = await client.compareFiles(commits.base, commits.head);
  const change = await collectChange(client, {
    listed,
    changedFiles: listed.length,
    baseSha: commits.base,
  });
  if (listed.length < maxComparedFiles) return change;
  const reason = `GitHub compares at most ${maxComparedFiles} files; check the whole history out (\`fetch-depth: 0\`) to have all of them reviewed`;
  return { ...change, notAnalysed: [...change.notAnalysed, { path: null, reason }] };
}
