import type { FakePullRequest } from '../fake-records.ts';
import type { FakeRepository } from '../fake-repository.ts';
import { commitOf, fileOf, withinResponseLimit } from '../representations/commit.ts';
import { pullRequestOf, pullRequestSummaryOf } from '../representations/pull-request.ts';
import { repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

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
          (context.query.get('base') ?? pull.baseRef) === pull.baseRef &&
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
    operation: 'POST /repos/{owner}/{repo}/pulls',
    permissions: ['pull_requests:write'],
    handle: context => {
      const repository = context.repository();
      const { title, head, body = '', draft = false } = context.body;
      if (repository.git.resolve(`refs/heads/${head}`) === undefined)
        throw new HttpRefusal(422, 'Validation Failed: head is invalid');
      const author = loginOf(context);
      const pull = repository.openPullRequest({ head, title, body: body ?? '', draft, author });
      return { status: 201, json: pullRequestOf(context.state, repository, pull) };
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    permissions: ['pull_requests:write'],
    handle: context => {
      const { title, body, state } = context.body;
      const pull = pullRequestIn(context);
      Object.assign(pull, {
        title: title ?? pull.title,
        body: body ?? pull.body,
        state: state ?? pull.state,
      });
      return { status: 200, json: pullRequestOf(context.state, context.repository(), pull) };
    },
  },
  {
    operation: 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge',
    permissions: ['contents:write'],
    handle: context => {
      const repository = context.repository();
      const pull = pullRequestIn(context);
      const merged = repository.testMergeOf(pull);
      if (pull.state !== 'open' || pull.draft || merged === undefined)
        throw new HttpRefusal(405, 'Pull Request is not mergeable');
      if ((context.body?.sha ?? pull.headSha) !== pull.headSha)
        throw new HttpRefusal(409, 'Head branch was modified. Review and try the merge again.');
      repository.git.run(['update-ref', `refs/heads/${pull.baseRef}`, merged]);
      pull.state = 'closed';
      pull.mergeSha = merged;
      return {
        status: 200,
        json: { sha: merged, merged: true, message: 'Pull Request successfully merged' },
      };
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
    operation: 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch',
    permissions: ['pull_requests:write'],
    handle: context => {
      const repository = context.repository();
      const pullRequest = pullRequestIn(context);
      if (context.body.expected_head_sha !== pullRequest.headSha)
        throw new HttpRefusal(422, 'expected_head_sha does not match the head of the pull request.');
      if (!repository.updateBranch(pullRequest))
        throw new HttpRefusal(422, 'merge conflict between base and head');
      const url = `${repositoryUrl(context.state, repository)}/pulls/${pullRequest.number}`;
      return { status: 202, json: { message: 'Updating pull request branch.', url } };
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
