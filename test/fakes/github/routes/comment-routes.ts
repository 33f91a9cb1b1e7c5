import type { FakeComment } from '../fake-records.ts';
import { accountOf } from '../representations/account.ts';
import { commentOf, issueOf, reactionOf } from '../representations/issue.ts';
import { repositoryOf } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';
import { issueIn } from './issue-routes.ts';

/** Longest comment, characters. */
const maxBody = 65_536;

const read = ['issues:read', 'pull_requests:read'] as const;
const write = ['issues:write', 'pull_requests:write'] as const;

/** Issue comments (those of pull requests too) and their reactions. */
export const commentRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/issues/comments',
    permissions: read,
    handle: context => list(context, [...context.repository().comments.values()]),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    permissions: read,
    handle: context => list(context, context.repository().commentsOf(issueIn(context).number)),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    permissions: write,
    handle: context => {
      const body = bodyOf(context);
      const { number } = issueIn(context);
      const at = new Date().toISOString();
      const comment = context.repository().addComment(number, loginOf(context), body, at);
      notifyOf(context, 'created', comment);
      return { status: 201, json: shown(context, comment) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
    permissions: read,
    handle: context => ({ status: 200, json: shown(context, commentIn(context)) }),
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    permissions: write,
    handle: context => {
      const comment = commentIn(context);
      const body = bodyOf(context);
      const at = new Date().toISOString();
      comment.edits.push({ body: comment.body, replacedAt: at });
      comment.body = body;
      comment.updatedAt = at;
      notifyOf(context, 'edited', comment);
      return { status: 200, json: shown(context, comment) };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    permissions: write,
    handle: context => {
      const comment = commentIn(context);
      context.repository().comments.delete(comment.id);
      notifyOf(context, 'deleted', comment);
      return { status: 204 };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    permissions: read,
    handle: context => ({
      list: commentIn(context).reactions.map(reaction => reactionOf(context.state, reaction)),
    }),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    permissions: write,
    handle: context => {
      const { reactions } = commentIn(context);
      const { content } = context.body;
      const user = loginOf(context);
      const existing = reactions.find(reaction => reaction.user === user && reaction.content === content);
      if (existing !== undefined) return { status: 200, json: reactionOf(context.state, existing) };
      const reaction = { id: context.state.nextId(), user, content, createdAt: new Date().toISOString() };
      reactions.push(reaction);
      return { status: 201, json: reactionOf(context.state, reaction) };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}',
    permissions: write,
    handle: context => {
      const { reactions } = commentIn(context);
      const index = reactions.findIndex(({ id }) => id === Number(context.params['reaction_id']));
      if (index === -1) throw notFound();
      reactions.splice(index, 1);
      return { status: 204 };
    },
  },
];

function list(context: RouteContext, comments: readonly FakeComment[]) {
  const since = context.query.get('since');
  const recent = comments.filter(({ updatedAt }) => since === null || updatedAt >= since);
  return { list: recent.map(comment => shown(context, comment)) };
}

function notifyOf(context: RouteContext, action: string, comment: FakeComment): void {
  const repository = context.repository();
  const issue = repository.pullRequests.get(comment.issue) ?? repository.issues.get(comment.issue);
  context.notify('issue_comment', {
    action,
    issue: issue === undefined ? {} : issueOf(context.state, repository, issue),
    comment: shown(context, comment),
    repository: repositoryOf(context.state, repository),
    sender: accountOf(context.state, loginOf(context)),
  });
}

function shown(context: RouteContext, comment: FakeComment): object {
  return commentOf(context.state, context.repository(), comment);
}

/** @throws HttpRefusal 422 when GitHub would find the text too long or empty. */
function bodyOf({ body }: RouteContext): string {
  if (body.body.length > maxBody)
    throw new HttpRefusal(422, `Body is too long (maximum is ${maxBody} characters)`);
  if (body.body.trim() === '') throw new HttpRefusal(422, "Body can't be blank");
  return body.body;
}

function commentIn(context: RouteContext): FakeComment {
  const comment = context.repository().comments.get(Number(context.params['comment_id']));
  if (comment === undefined) throw notFound();
  return comment;
}
