import type { FakePullRequest } from '../fake-records.ts';
import type { FakeRepository } from '../fake-repository.ts';
import { commitOf, fileOf, withinResponseLimit } from '../representations/commit.ts';
import { pullRequestOf, pullRequestSummaryOf } from '../representations/pull-request.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';

/** GitHub lists at most this many files and commits of a pull request; its diff as text stops sooner. */
const maxFiles = 3000;
const maxCommits = 250;
const maxDiffFiles = 300;

/** Pull requests and what they change. */
export const pullRequestRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/pulls',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      const state = context.query.get('state') ?? 'open';
      const head = context.query.get('head');
      const listed = [...repository.pullRequests.values()].filter(
        pull =>
          (state === 'all' || pull.state === state) &&
          (head === null || head === `${pull.headRepository.owner}:${pull.headRef}`),
      );
      return { list: listed.reverse().map(pull => pullRequestSummaryOf(context.state, repository, pull)) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      const pullRequest = pullRequestIn(context);
      if (context.accept.includes('diff')) return { status: 200, raw: textOf(repository, pullRequest) };
      return { status: 200, json: pullRequestOf(context.state, repository, pullRequest) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      const pullRequest = pullRequestIn(context);
      const entries = repository.changeOf(pullRequest).slice(0, maxFiles);
      const at = pullRequest.headSha;
      return {
        list: {
          length: entries.length,
          slice: (start, end) =>
            withinResponseLimit(entries.slice(start, end)).map(entry =>
              fileOf(context.state, repository, { entry, at }),
            ),
        },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      const commits = repository.commitsOf(pullRequestIn(context)).slice(0, maxCommits);
      return { list: commits.map(commit => commitOf(context.state, repository, commit)) };
    },
  },
];

/** The pull request of the path. @throws HttpRefusal 404. */
export function pullRequestIn(context: RouteContext): FakePullRequest {
  const found = context.repository().pullRequests.get(Number(context.params['pull_number']));
  if (found === undefined) throw notFound();
  return found;
}

function textOf(repository: FakeRepository, pullRequest: FakePullRequest): string {
  if (repository.changeOf(pullRequest).length > maxDiffFiles) {
    throw new HttpRefusal(
      406,
      `Sorry, the diff exceeded the maximum number of files (${maxDiffFiles}). Consider using 'List pull requests files' API or locally cloning the repository instead.`,
    );
  }
  const base = repository.git.mergeBase(repository.baseShaOf(pullRequest), pullRequest.headSha);
  return repository.git.run(['diff', '-M', base, pullRequest.headSha]).toString('utf8');
}
