import type { FakeStatus } from '../fake-records.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { commitOf, fileOf, withinResponseLimit } from '../representations/commit.ts';
import { pullRequestSummaryOf } from '../representations/pull-request.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

/** A comparison and a commit show at most this many files. */
const maxFiles = 300;

/** Commits, comparisons and commit statuses. */
export const commitRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/commits',
    permissions: ['contents:read'],
    handle: context => {
      const repository = context.repository();
      const start = commitNamed(context, context.query.get('sha') ?? repository.defaultBranch);
      const path = context.query.get('path');
      const commits = repository.git.log(start, path === null ? {} : { path });
      return { list: commits.map(commit => commitOf(context.state, repository, commit)) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{ref}',
    permissions: ['contents:read'],
    handle: context => {
      const repository = context.repository();
      const sha = commitNamed(context, context.params['ref'] ?? '');
      if (context.accept.includes('.sha')) return { status: 200, raw: sha };
      const [commit] = repository.git.log(sha, { max: 1 });
      if (commit === undefined) throw notFound();
      const { parents } = commit;
      const files = parents[0] === undefined ? [] : repository.git.diff(parents[0], sha).slice(0, maxFiles);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      return {
        status: 200,
        json: {
          ...commitOf(context.state, repository, commit),
          stats: { additions, deletions, total: additions + deletions },
          files: files.map(entry => fileOf(context.state, repository, { entry, at: sha })),
        },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    permissions: ['pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      const sha = commitNamed(context, context.params['commit_sha'] ?? '');
      const pulls = [...repository.pullRequests.values()].filter(pull =>
        repository.commitsOf(pull).some(commit => commit.sha === sha),
      );
      return { list: pulls.map(pull => pullRequestSummaryOf(context.state, repository, pull)) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    permissions: ['contents:read'],
    handle: context => ({ status: 200, json: comparison(context) }),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/statuses/{sha}',
    permissions: ['statuses:write'],
    handle: context => {
      const { body } = context;
      const status: FakeStatus = {
        id: context.state.nextId(),
        sha: commitNamed(context, context.params['sha'] ?? ''),
        state: body.state,
        context: body.context ?? 'default',
        description: body.description ?? null,
        targetUrl: body.target_url ?? null,
        creator: loginOf(context),
        createdAt: new Date().toISOString(),
      };
      context.repository().statuses.push(status);
      return { status: 201, json: statusOf(context, status) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    permissions: ['statuses:read'],
    handle: context => ({ list: statusesAt(context).map(status => statusOf(context, status)) }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{ref}/status',
    permissions: ['statuses:read'],
    handle: context => ({ status: 200, json: combinedStatus(context) }),
  },
];

/** @throws HttpRefusal 422, GitHub's answer for a ref that names no commit. */
function commitNamed(context: RouteContext, ref: string): string {
  const sha = context.repository().git.commitOf(ref);
  if (sha === undefined) throw new HttpRefusal(422, `No commit found for SHA: ${ref}`);
  return sha;
}

function comparison(context: RouteContext): object {
  const { state } = context;
  const repository = context.repository();
  const { git } = repository;
  const name = context.params['basehead'] ?? '';
  const [base, head] = name.split('...').map(ref => git.commitOf(ref));
  if (base === undefined || head === undefined) throw notFound();
  const mergeBase = git.mergeBase(base, head);
  const ahead = git.log(`${base}..${head}`).toReversed();
  const behind = git.log(`${head}..${base}`).length;
  const commit = (sha: string): object =>
    git.log(sha, { max: 1 }).map(found => commitOf(state, repository, found))[0] ?? {};
  const html = `${repositoryHtmlUrl(state, repository)}/compare/${name}`;
  const files = withinResponseLimit(git.diff(mergeBase, head).slice(0, maxFiles));
  const page = Number(context.query.get('page') ?? 1);
  const perPage = Math.min(Number(context.query.get('per_page') ?? 250), 250);
  return {
    url: `${repositoryUrl(state, repository)}/compare/${name}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commit(base),
    merge_base_commit: commit(mergeBase),
    status: ahead.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical',
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    commits: ahead
      .slice((page - 1) * perPage, page * perPage)
      .map(found => commitOf(state, repository, found)),
    // Only the first page has files, and all of them whatever its size.
    files: page === 1 ? files.map(entry => fileOf(state, repository, { entry, at: head })) : [],
  };
}

/** Newest first. */
function statusesAt(context: RouteContext): readonly FakeStatus[] {
  const sha = commitNamed(context, context.params['ref'] ?? '');
  return context
    .repository()
    .statuses.filter(status => status.sha === sha)
    .reverse();
}

function combinedStatus(context: RouteContext): object {
  const repository = context.repository();
  const sha = commitNamed(context, context.params['ref'] ?? '');
  const latest = [
    ...new Map(
      statusesAt(context)
        .toReversed()
        .map(each => [each.context, each]),
    ).values(),
  ];
  const failed = latest.some(({ state }) => state === 'error' || state === 'failure');
  const passed = latest.length > 0 && latest.every(({ state }) => state === 'success');
  const url = `${repositoryUrl(context.state, repository)}/commits/${sha}`;
  return {
    state: failed ? 'failure' : passed ? 'success' : 'pending',
    sha,
    total_count: latest.length,
    statuses: latest.map(status => statusOf(context, status)),
    repository: repositoryOf(context.state, repository),
    commit_url: url,
    url: `${url}/status`,
  };
}

function statusOf(context: RouteContext, status: FakeStatus): object {
  return {
    id: status.id,
    node_id: nodeId('SC', status.id),
    url: `${repositoryUrl(context.state, context.repository())}/statuses/${status.sha}`,
    avatar_url: null,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    creator: accountOf(context.state, status.creator),
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}
