import { type FakeRoute, notFound, type RouteContext } from '../route.ts';
import { accountOf, commentOf } from './representations.ts';

/** Longest comment, characters. */
const maxBody = 65_536;

const write = ['issues:write', 'pull_requests:write'] as const;

/** Issue comments (those of pull requests too) and their reactions. */
export const commentRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    permissions: ['issues:read', 'pull_requests:read'],
    handle: context => {
      const repository = context.repository();
      return {
        list: repository
          .commentsOf(Number(context.params['issue_number']))
          .map(comment => commentOf(context.state, repository, comment)),
      };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    permissions: write,
    handle: context => {
      const repository = context.repository();
      const issue = Number(context.params['issue_number']);
      if (!repository.pullRequests.has(issue)) throw notFound();
      if (context.body.body.length > maxBody)
        return { status: 422, json: { message: 'Body is too long (maximum is 65536 characters)' } };
      const comment = repository.addComment(
        issue,
        loginOf(context),
        context.body.body,
        new Date().toISOString(),
      );
      return { status: 201, json: commentOf(context.state, repository, comment) };
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    permissions: write,
    handle: context => {
      const comment = commentIn(context);
      const at = new Date().toISOString();
      comment.edits.push({ body: comment.body, replacedAt: at });
      comment.body = context.body.body;
      comment.updatedAt = at;
      return { status: 200, json: commentOf(context.state, context.repository(), comment) };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    permissions: write,
    handle: context => {
      const comment = commentIn(context);
      const { content } = context.body;
      const user = loginOf(context);
      const existing = comment.reactions.some(
        reaction => reaction.user === user && reaction.content === content,
      );
      if (!existing) comment.reactions.push({ user, content });
      return { status: existing ? 200 : 201, json: { id: 1, content, user: accountOf(user) } };
    },
  },
];

function commentIn(context: RouteContext) {
  const comment = context.repository().comments.get(Number(context.params['comment_id']));
  if (comment === undefined) throw notFound();
  return comment;
}

function loginOf({ caller }: RouteContext): string {
  return 'login' in caller ? caller.login : 'ghost';
}
