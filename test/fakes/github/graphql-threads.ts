import type { FakeReviewComment } from './fake-records.ts';
import type { FakeRepository } from './fake-repository.ts';
import { actorNode } from './graphql-change.ts';

/** The conversations on lines of a pull request: each begins with a comment that answers none. */
export function reviewThreads(repository: FakeRepository, pullRequest: number, viewer: string): object {
  const comments = repository.reviewCommentsOf(pullRequest);
  return {
    nodes: comments
      .filter(({ inReplyTo }) => inReplyTo === undefined)
      .map(first => {
        const thread = [first, ...comments.filter(({ inReplyTo }) => inReplyTo === first.id)];
        return {
          isResolved: first.resolved === true,
          comments: ({ first: count = thread.length }: { readonly first?: number }) => ({
            totalCount: thread.length,
            nodes: thread.slice(0, count).map(comment => commentNode(comment, viewer)),
          }),
        };
      }),
  };
}

const contents: Readonly<Record<string, string>> = { THUMBS_UP: '+1', THUMBS_DOWN: '-1' };

function commentNode(comment: FakeReviewComment, viewer: string): object {
  return {
    databaseId: comment.id,
    body: comment.body,
    path: comment.path,
    line: comment.line,
    viewerDidAuthor: comment.author === viewer,
    reactions: ({ content = '' }: { readonly content?: string }) => ({
      nodes: comment.reactions
        .filter(reaction => reaction.content === contents[content])
        .map(({ login }) => ({ user: actorNode(login) })),
    }),
  };
}
