import { Buffer } from 'node:buffer';
import { buildSchema, graphql } from 'graphql';
import { canReach } from './authentication.ts';
import type { FakeComment, FakePullRequest } from './fake-records.ts';
import type { FakeRepository } from './fake-repository.ts';
import type { FakeState } from './fake-state.ts';
import type { GitObject } from './object-reader.ts';
import type { Caller } from './route.ts';

/** The part of GitHub's GraphQL schema that is used, with GitHub's names and types. */
const schema = buildSchema(`
  scalar GitObjectID
  type Query { repository(owner: String!, name: String!): Repository }
  type Repository {
    defaultBranchRef: Ref
    object(expression: String, oid: GitObjectID): GitObject
    pullRequest(number: Int!): PullRequest
  }
  type Ref { name: String! target: GitObject }
  interface GitObject { oid: GitObjectID! }
  type Commit implements GitObject { oid: GitObjectID! }
  type Tree implements GitObject { oid: GitObjectID! }
  type Blob implements GitObject { oid: GitObjectID! text: String isBinary: Boolean isTruncated: Boolean! byteSize: Int! }
  enum PullRequestState { OPEN CLOSED MERGED }
  interface Actor { login: String! }
  type User implements Actor { login: String! }
  type Bot implements Actor { login: String! }
  type PullRequest {
    number: Int! title: String! body: String! state: PullRequestState! isDraft: Boolean! isCrossRepository: Boolean!
    headRefOid: GitObjectID! headRefName: String! baseRefOid: GitObjectID! baseRefName: String! changedFiles: Int! author: Actor
    comments(last: Int, before: String): IssueCommentConnection!
  }
  type IssueCommentConnection { nodes: [IssueComment] pageInfo: PageInfo! totalCount: Int! }
  type PageInfo { hasPreviousPage: Boolean! startCursor: String }
  type IssueComment { databaseId: Int body: String! viewerDidAuthor: Boolean! author: Actor }
`);

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
    schema,
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

type Viewing = { readonly viewer: string; readonly requirePermission: (name: string) => void };

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
      return object === undefined ? null : objectNode(object);
    },
    pullRequest({ number }: { readonly number: number }) {
      viewing.requirePermission('pull_requests');
      const pullRequest = repository.pullRequests.get(number);
      return pullRequest === undefined ? null : pullRequestNode(repository, pullRequest, viewing);
    },
  };
}

function objectNode({ oid, type, content }: GitObject): object | null {
  if (type === 'commit') return { __typename: 'Commit', oid };
  if (type === 'tree') return { __typename: 'Tree', oid };
  if (type !== 'blob') return null;
  const isBinary = content.subarray(0, 8000).includes(0);
  const isTruncated = content.length > maxBlobText;
  const text = isBinary ? null : Buffer.from(content.subarray(0, maxBlobText)).toString('utf8');
  return { __typename: 'Blob', oid, text, isBinary, isTruncated, byteSize: content.length };
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
    comments({ last = 100, before }: { readonly last?: number; readonly before?: string | null }) {
      const all = repository.commentsOf(pullRequest.number);
      const end = before === undefined || before === null ? all.length : Number(before);
      const start = Math.max(0, end - last);
      return {
        nodes: all.slice(start, end).map(comment => commentNode(comment, viewing.viewer)),
        pageInfo: { hasPreviousPage: start > 0, startCursor: String(start) },
        totalCount: all.length,
      };
    },
  };
}

function commentNode(comment: FakeComment, viewer: string): object {
  return {
    databaseId: comment.id,
    body: comment.body,
    viewerDidAuthor: comment.author === viewer,
    author: actorNode(comment.author),
  };
}

function actorNode(login: string): object {
  return { __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login: login.replace(/\[bot\]$/, '') };
}
