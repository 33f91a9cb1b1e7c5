import type { FakeRepository } from '../fake-repository.ts';
import type { FakeState } from '../fake-state.ts';
import type { DiffEntry } from '../git-diff.ts';
import type { CommitInfo } from '../git-repository.ts';
import { nodeId } from './account.ts';
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts';

export function commitOf(state: FakeState, repository: FakeRepository, commit: CommitInfo): object {
  const url = `${repositoryUrl(state, repository)}/commits/${commit.sha}`;
  const gitUrl = `${repositoryUrl(state, repository)}/git`;
  const html = `${repositoryHtmlUrl(state, repository)}/commit`;
  const person = { name: commit.authorName, email: commit.authorEmail, date: commit.date };
  return {
    sha: commit.sha,
    node_id: nodeId('C', repository.id),
    commit: {
      author: person,
      committer: person,
      message: commit.message,
      tree: { sha: commit.tree, url: `${gitUrl}/trees/${commit.tree}` },
      url: `${gitUrl}/commits/${commit.sha}`,
      comment_count: 0,
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
        verified_at: null,
      },
    },
    url,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: null,
    committer: null,
    parents: commit.parents.map(sha => ({
      sha,
      url: `${repositoryUrl(state, repository)}/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
  };
}

/** One file of a change. `at` is the commit after it. */
export function fileOf(
  state: FakeState,
  repository: FakeRepository,
  { entry, at }: { readonly entry: DiffEntry; readonly at: string },
): object {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const html = repositoryHtmlUrl(state, repository);
  return {
    sha: entry.sha,
    filename: entry.path,
    status: entry.status,
    additions: entry.additions,
    deletions: entry.deletions,
    changes: entry.additions + entry.deletions,
    blob_url: `${html}/blob/${at}/${path}`,
    raw_url: `${html}/raw/${at}/${path}`,
    contents_url: `${repositoryUrl(state, repository)}/contents/${path}?ref=${at}`,
    ...(entry.patch === undefined ? {} : { patch: entry.patch }),
    ...(entry.previousPath === undefined ? {} : { previous_filename: entry.previousPath }),
  };
}

/** A response shows at most about this many lines of patches. */
const maxResponseLines = 20_000;

/**
 * Once the patches of a response add up to 20,000 lines, GitHub gives the rest of its files without a patch and
 * with all counts 0, unmarked (seen 2026-11-19, github.com/orgs/community/discussions/213491).
 */
export function withinResponseLimit(entries: readonly DiffEntry[]): readonly DiffEntry[] {
  let lines = 0;
  return entries.map(entry => {
    const own = entry.patch?.split('\n').length ?? 0;
    if (lines + own > maxResponseLines) lines = maxResponseLines;
    else lines += own;
    return lines >= maxResponseLines ? { ...entry, additions: 0, deletions: 0, patch: undefined } : entry;
  });
}
