import type { FakeRepository } from '../fake-repository.ts';
import type { DiffEntry } from '../git-repository.ts';
import { type FakeRoute, notFound, type RouteContext } from '../route.ts';
import { pullRequestOf } from './representations.ts';

/** GitHub lists at most this many files of a pull request, and 300 of a comparison. */
const maxFiles = 3000;
const maxComparedFiles = 300;

/** Pull requests and comparisons. */
export const pullRequestRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      return {
        status: 200,
        json: pullRequestOf(context.state, repository, pullRequest(repository, context)),
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      return { list: repository.changeOf(pullRequest(repository, context)).slice(0, maxFiles).map(fileOf) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    permissions: ['contents:read'],
    handle: context => {
      const { git } = context.repository();
      const [base = '', head = ''] = (context.params['basehead'] ?? '')
        .split('...')
        .map(name => git.resolve(name) ?? '');
      if (git.typeOf(base) !== 'commit' || git.typeOf(head) !== 'commit') throw notFound();
      const files = git.diff(git.mergeBase(base, head), head).slice(0, maxComparedFiles).map(fileOf);
      return { status: 200, json: { merge_base_commit: { sha: git.mergeBase(base, head) }, files } };
    },
  },
];

function pullRequest(repository: FakeRepository, context: RouteContext) {
  const found = repository.pullRequests.get(Number(context.params['pull_number']));
  if (found === undefined) throw notFound();
  return found;
}

function fileOf(entry: DiffEntry): object {
  return {
    sha: entry.sha,
    filename: entry.path,
    ...(entry.previousPath === undefined ? {} : { previous_filename: entry.previousPath }),
    status: entry.status,
    additions: entry.additions,
    deletions: entry.deletions,
    changes: entry.additions + entry.deletions,
    ...(entry.patch === undefined ? {} : { patch: entry.patch }),
  };
}
