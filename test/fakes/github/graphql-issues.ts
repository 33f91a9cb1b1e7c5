import type { FakeComment, FakeIssue } from './fake-records.ts';
import type { FakeRepository } from './fake-repository.ts';
import { type Access, actorNode } from './graphql-change.ts';

type Viewing = Access & { readonly viewer: string };
export type CommentPage = { readonly last?: number; readonly before?: string | null };

type IssuesArguments = {
  readonly first?: number;
  readonly after?: string | null;
  readonly states?: readonly string[];
  readonly filterBy?: { readonly since?: string | null };
  readonly orderBy?: { readonly direction: string };
};

/** Issues and labels of a repository. */
export function issueFields(repository: FakeRepository, viewing: Viewing): object {
  return {
    securityPolicyUrl: () =>
      ['SECURITY.md', '.github/SECURITY.md', 'docs/SECURITY.md'].some(
        path => repository.git.resolve(`refs/heads/${repository.defaultBranch}:${path}`) !== undefined,
      )
        ? `https://github.com/${repository.fullName}/security/policy`
        : null,
    labels({ first = 30, after }: { readonly first?: number; readonly after?: string | null }) {
      viewing.requirePermission('issues');
      const all = [...repository.labels].map(([name, { description }]) => ({ name, description }));
      return pageOf(all, { first, after });
    },
    issue({ number }: { readonly number: number }) {
      viewing.requirePermission('issues');
      const issue = repository.issues.get(number);
      if (issue === undefined)
        throw Object.assign(new Error(`Could not resolve to an Issue with the number of ${number}.`), {
          type: 'NOT_FOUND',
        });
      return issueNode(repository, issue, viewing);
    },
    issues({ first = 30, after, states, filterBy, orderBy }: IssuesArguments) {
      viewing.requirePermission('issues');
      const since = filterBy?.since ?? '';
      const all = [...repository.issues.values()]
        .filter(({ state }) => states === undefined || states.includes(state.toUpperCase()))
        .filter(issue => updatedAt(issue) >= since)
        .sort((a, b) => updatedAt(a).localeCompare(updatedAt(b)) || a.number - b.number);
      const ordered = orderBy?.direction === 'DESC' ? all.toReversed() : all;
      return pageOf(
        ordered.map(issue => issueNode(repository, issue, viewing)),
        { first, after },
      );
    },
  };
}

function updatedAt({ createdAt, updatedAt: changed }: FakeIssue): string {
  return changed ?? createdAt;
}

function issueNode(repository: FakeRepository, issue: FakeIssue, viewing: Viewing): object {
  const { number, title, body, state, author, labels, assignees = [] } = issue;
  return {
    number,
    title,
    body,
    state: state.toUpperCase(),
    author: actorNode(author),
    viewerDidAuthor: author === viewing.viewer,
    updatedAt: updatedAt(issue),
    labels: {
      nodes: labels.map(name => ({ name, description: repository.labels.get(name)?.description ?? null })),
    },
    assignees: { nodes: assignees.map(login => ({ __typename: 'User', login })) },
    milestone: null,
    comments: (page: CommentPage) => commentConnection(repository, number, { page, viewing }),
  };
}

/** The comments of an issue or a pull request, the newest last. */
export function commentConnection(
  repository: FakeRepository,
  issue: number,
  { page, viewing }: { readonly page: CommentPage; readonly viewing: Viewing },
): object {
  const { last = 100, before } = page;
  const all = repository.commentsOf(issue);
  const end = before === undefined || before === null ? all.length : Number(before);
  const start = Math.max(0, end - last);
  return {
    nodes: all.slice(start, end).map(comment => commentNode(comment, viewing.viewer)),
    pageInfo: {
      hasPreviousPage: start > 0,
      startCursor: String(start),
      hasNextPage: end < all.length,
      endCursor: String(end),
    },
    totalCount: all.length,
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

function pageOf(
  all: readonly object[],
  { first, after }: { readonly first: number; readonly after: string | null | undefined },
): object {
  const start = after === undefined || after === null ? 0 : Number(after);
  const end = Math.min(start + first, all.length);
  return {
    nodes: all.slice(start, end),
    pageInfo: {
      hasPreviousPage: start > 0,
      startCursor: String(start),
      hasNextPage: end < all.length,
      endCursor: String(end),
    },
  };
}
