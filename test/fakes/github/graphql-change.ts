import type { FakeDeployment, FakePullRequest, FakeReview } from './fake-records.ts';
import type { FakeRepository } from './fake-repository.ts';

/** What the caller may see. */
export type Access = { readonly requirePermission: (name: string) => void };

const pageSize = 100;
const writers = ['write', 'maintain', 'admin'];

/** What GraphQL knows of a pull request beyond its own fields: branches, head commit, reviews. */
export function pullRequestHeadFields(
  repository: FakeRepository,
  pullRequest: FakePullRequest,
  access: Access,
): object {
  return {
    mergeable: () => mergeableOf(repository, pullRequest),
    headRef: () =>
      pullRequest.forkDeleted ? null : refNode(pullRequest.headRepository, pullRequest.headRef),
    baseRef: () => refNode(repository, pullRequest.baseRef),
    commits: () => ({ nodes: [{ commit: commitNode(repository, pullRequest.headSha, access) }] }),
    reviews: ({ after, states }: { readonly after?: string | null; readonly states?: readonly string[] }) =>
      pageOf(
        repository.reviews.filter(
          ({ pullRequest: number, state }) =>
            number === pullRequest.number && (states === undefined || states.includes(state)),
        ),
        after,
        review => reviewNode(repository, review, access),
      ),
  };
}

/** A commit with what was reported about it. */
export function commitNode(repository: FakeRepository, sha: string, access: Access): object {
  return {
    __typename: 'Commit',
    oid: sha,
    signature: () => (repository.verifiedCommits.has(sha) ? { isValid: true } : null),
    checkSuites: () => ({
      nodes: repository.pushes
        .filter(push => push.sha === sha)
        .map(({ branch, at }) => ({ createdAt: at, branch: refNode(repository, branch), app: null })),
    }),
    statusCheckRollup: () => rollupNode(repository, sha, access),
  };
}

/** A branch; null when there is none of that name. */
export function refNode(repository: FakeRepository, branch: string): object | null {
  const sha = repository.git.resolve(`refs/heads/${branch}`);
  if (sha === undefined) return null;
  const contexts = branch === repository.defaultBranch ? repository.requiredContexts : [];
  return {
    name: branch,
    target: { __typename: 'Commit', oid: sha },
    refUpdateRule: contexts.length === 0 ? null : { requiredStatusCheckContexts: contexts },
  };
}

/** Newest first. */
export function deploymentNodes(
  repository: FakeRepository,
  { environments, first = pageSize }: { readonly environments?: readonly string[]; readonly first?: number },
  access: Access,
): object {
  access.requirePermission('deployments');
  const listed = repository.deployments.filter(
    ({ environment }) => environments === undefined || environments.includes(environment),
  );
  return {
    nodes: listed
      .toReversed()
      .slice(0, first)
      .map(deployment => ({ commitOid: deployment.sha, state: stateOf(deployment) })),
  };
}

export function actorNode(login: string): object {
  return { __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login: login.replace(/\[bot\]$/, '') };
}

function stateOf({ statuses }: FakeDeployment): string {
  const state = statuses.at(-1)?.state ?? 'pending';
  return state === 'success' ? 'ACTIVE' : state.toUpperCase();
}

function mergeableOf(repository: FakeRepository, pullRequest: FakePullRequest): string {
  if (repository.mergeableUnknown > 0) {
    repository.mergeableUnknown -= 1;
    return 'UNKNOWN';
  }
  return repository.testMergeOf(pullRequest) === undefined ? 'CONFLICTING' : 'MERGEABLE';
}

function reviewNode(repository: FakeRepository, review: FakeReview, access: Access): object {
  return {
    state: review.state,
    submittedAt: review.submittedAt,
    authorCanPushToRepository: writers.includes(repository.roles.get(review.author) ?? ''),
    author: actorNode(review.author),
    commit: () => commitNode(repository, review.commitId, access),
  };
}

function rollupNode(repository: FakeRepository, sha: string, access: Access): object | null {
  access.requirePermission('checks');
  access.requirePermission('statuses');
  const required = (name: string) =>
    repository.requiredContexts.includes(name) ||
    repository.requiredByRulesets.some(({ context }) => context === name);
  const runs = [...repository.checkRuns.values()]
    .filter(({ headSha }) => headSha === sha)
    .map(({ appId, startedAt, fields }) => ({
      __typename: 'CheckRun',
      name: fields.name ?? '',
      status: fields.status.toUpperCase(),
      conclusion: fields.conclusion?.toUpperCase() ?? null,
      startedAt,
      checkSuite: { createdAt: startedAt, branch: null, app: { databaseId: appId } },
      isRequired: () => required(fields.name ?? ''),
    }));
  // GitHub shows the newest status of a context only.
  const statuses = new Map(
    repository.statuses.filter(status => status.sha === sha).map(status => [status.context, status]),
  );
  const contexts = [
    ...runs,
    ...[...statuses.values()].map(({ context, state, createdAt }) => ({
      __typename: 'StatusContext',
      context,
      state: state.toUpperCase(),
      createdAt,
      isRequired: () => required(context),
    })),
  ];
  if (contexts.length === 0) return null;
  return {
    contexts: ({ after }: { readonly after?: string | null }) => pageOf(contexts, after, context => context),
  };
}

function pageOf<T>(all: readonly T[], after: string | null | undefined, node: (item: T) => object): object {
  const start = after === undefined || after === null ? 0 : Number(after);
  const end = Math.min(start + pageSize, all.length);
  return {
    nodes: all.slice(start, end).map(node),
    pageInfo: {
      hasNextPage: end < all.length,
      endCursor: String(end),
      hasPreviousPage: start > 0,
      startCursor: String(start),
    },
  };
}
