import { Buffer } from 'node:buffer';
import { graphql } from 'graphql';
import { canReach } from './authentication.ts';
import type { FakePullRequest } from './fake-records.ts';
import type { FakeRepository } from './fake-repository.ts';
import type { FakeState } from './fake-state.ts';
import {
  type Access,
  actorNode,
  commitNode,
  deploymentNodes,
  pullRequestHeadFields,
  refNode,
} from './graphql-change.ts';
import { type CommentPage, commentConnection, issueFields } from './graphql-issues.ts';
import { graphqlSchema } from './graphql-schema.ts';
import { reviewThreads } from './graphql-threads.ts';
import type { GitObject } from './object-reader.ts';
import type { Caller } from './route.ts';

/** GitHub cuts a blob's text at about half a megabyte. */
const maxBlobText = 512_000;

/** Answers a GraphQL request as GitHub does: 200 with `data` and, where something is wrong, `errors`. */
export async function answerGraphql(
  state: FakeState,
  caller: Caller,
  request: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
): Promise<object> {
  const permissions = 'permissions' in caller ? caller.permissions : {};
  const viewer = 'login' in caller ? caller.login : '';
  const requirePermission = (name: string): void => {
    if (permissions[name] === undefined)
      throw Object.assign(new Error('Resource not accessible by integration'), { type: 'FORBIDDEN' });
  };
  const result = await graphql({
    schema: graphqlSchema,
    source: request.query,
    variableValues: request.variables ?? {},
    rootValue: {
      repository({ owner, name }: { readonly owner: string; readonly name: string }) {
        const repository = state.repositories.get(`${owner}/${name}`.toLowerCase());
        if (repository === undefined || (repository.private && !canReach(caller, repository)))
          throw Object.assign(
            new Error(`Could not resolve to a Repository with the name '${owner}/${name}'.`),
            {
              type: 'NOT_FOUND',
            },
          );
        return repositoryNode(repository, { viewer, requirePermission });
      },
    },
  });
  const errors = result.errors?.map(error => ({
    message: error.message,
    type: typeOf(error.originalError),
    path: error.path,
  }));
  return { ...result, ...(errors === undefined ? {} : { errors }) };
}

function typeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : undefined;
}

type Viewing = Access & { readonly viewer: string };

type RefsArguments = { readonly refPrefix: string; readonly first?: number; readonly after?: string | null };

function repositoryNode(repository: FakeRepository, viewing: Viewing): object {
  const { git, defaultBranch } = repository;
  return {
    defaultBranchRef: {
      name: defaultBranch,
      target: { __typename: 'Commit', oid: git.resolve(`refs/heads/${defaultBranch}`) },
    },
    async object({ expression, oid }: { readonly expression?: string; readonly oid?: string }) {
      viewing.requirePermission('contents');
      const object = await git.objects.read(oid ?? expression ?? '');
      // A submodule's commit is not in this repository.
      return object === undefined ? null : objectNode(repository, object, viewing);
    },
    refs({ refPrefix, first = 100, after }: RefsArguments) {
      const all = git.refs(refPrefix);
      const start = after === undefined || after === null ? 0 : Number(after);
      const end = Math.min(start + first, all.length);
      return {
        nodes: all.slice(start, end).map(({ name, oid, commit }) => ({
          name,
          target:
            commit === undefined
              ? { __typename: 'Commit', oid }
              : { __typename: 'Tag', oid, target: { __typename: 'Commit', oid: commit } },
        })),
        pageInfo: {
          hasPreviousPage: start > 0,
          startCursor: String(start),
          hasNextPage: end < all.length,
          endCursor: String(end),
        },
        totalCount: all.length,
      };
    },
    ref({ qualifiedName }: { readonly qualifiedName: string }) {
      viewing.requirePermission('contents');
      return refNode(repository, qualifiedName.replace(/^refs\/heads\//, ''));
    },
    deployments: (selection: { readonly environments?: readonly string[]; readonly first?: number }) =>
      deploymentNodes(repository, selection, viewing),
    ...issueFields(repository, viewing),
    pullRequests: ({ first = 100 }: { readonly first?: number }) => {
      viewing.requirePermission('pull_requests');
      const open = [...repository.pullRequests.values()].filter(({ state }) => state === 'open');
      return {
        nodes: open.slice(0, first).map(pullRequest => pullRequestNode(repository, pullRequest, viewing)),
      };
    },
    pullRequest({ number }: { readonly number: number }) {
      viewing.requirePermission('pull_requests');
      const pullRequest = repository.pullRequests.get(number);
      return pullRequest === undefined ? null : pullRequestNode(repository, pullRequest, viewing);
    },
  };
}

function objectNode(
  repository: FakeRepository,
  { oid, type, content }: GitObject,
  viewing: Viewing,
): object | null {
  if (type === 'commit') return commitNode(repository, oid, viewing);
  if (type === 'tree') return treeNode(repository, oid, viewing);
  if (type !== 'blob') return null;
  const isBinary = content.subarray(0, 8000).includes(0);
  const isTruncated = content.length > maxBlobText;
  const text = isBinary ? null : Buffer.from(content.subarray(0, maxBlobText)).toString('utf8');
  return { __typename: 'Blob', oid, text, isBinary, isTruncated, byteSize: content.length };
}

function treeNode(repository: FakeRepository, oid: string, viewing: Viewing): object {
  return {
    __typename: 'Tree',
    oid,
    entries: () =>
      repository.git.tree(oid).map(({ path, type, sha }) => ({
        name: path,
        type,
        async object() {
          const object = await repository.git.objects.read(sha);
          return object === undefined ? null : objectNode(repository, object, viewing);
        },
      })),
  };
}

function pullRequestNode(repository: FakeRepository, pullRequest: FakePullRequest, viewing: Viewing): object {
  return {
    number: pullRequest.number,
    title: pullRequest.title,
    body: pullRequest.body,
    state: pullRequest.state === 'open' ? 'OPEN' : 'CLOSED',
    isDraft: pullRequest.draft,
    isCrossRepository: pullRequest.fork,
    headRefOid: pullRequest.headSha,
    headRefName: pullRequest.headRef,
    baseRefOid: repository.baseShaOf(pullRequest),
    baseRefName: pullRequest.baseRef,
    changedFiles: () => repository.changeOf(pullRequest).length,
    author: actorNode(pullRequest.author),
    labels: { nodes: pullRequest.labels.map(name => ({ name })) },
    ...pullRequestHeadFields(repository, pullRequest, viewing),
    reviewThreads: () => reviewThreads(repository, pullRequest.number, viewing.viewer),
    comments: (page: CommentPage) => commentConnection(repository, pullRequest.number, { page, viewing }),
  };
}
