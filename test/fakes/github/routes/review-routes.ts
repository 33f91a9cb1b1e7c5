import type { FakeReview, FakeReviewComment } from '../fake-records.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { associationOf } from '../representations/association.ts';
import { repositoryHtmlUrl, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';
import { pullRequestIn } from './pull-request-routes.ts';

const stateOfEvent = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

/** Reviews of pull requests and their comments on lines. */
export const reviewRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    permissions: ['pull_requests:read'],
    handle: context => {
      const { number } = pullRequestIn(context);
      const reviews = context.repository().reviews.filter(({ pullRequest }) => pullRequest === number);
      return { list: reviews.map(review => reviewOf(context, review)) };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    permissions: ['pull_requests:write'],
    handle: context => ({ status: 200, json: reviewOf(context, addReview(context)) }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    permissions: ['pull_requests:read'],
    handle: context => {
      const review = context
        .repository()
        .reviews.find(({ id }) => id === Number(context.params['review_id']));
      if (review?.pullRequest !== pullRequestIn(context).number) throw notFound();
      return { status: 200, json: reviewOf(context, review) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    permissions: ['pull_requests:read'],
    handle: context => {
      const comments = context.repository().reviewCommentsOf(pullRequestIn(context).number);
      return { list: comments.map(comment => reviewCommentOf(context, comment)) };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    permissions: ['pull_requests:write'],
    handle: context => {
      const { body } = context;
      const review = context.state.nextId();
      const comment = addReviewComment(context, { ...body, review, commitId: body.commit_id });
      return { status: 201, json: reviewCommentOf(context, comment) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/comments/{comment_id}',
    permissions: ['pull_requests:read'],
    handle: context => ({ status: 200, json: reviewCommentOf(context, commentIn(context)) }),
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
    permissions: ['pull_requests:write'],
    handle: context => {
      const comment = commentIn(context);
      if (comment.author !== loginOf(context))
        throw new HttpRefusal(403, 'Resource not accessible by integration');
      comment.body = context.body.body;
      return { status: 200, json: reviewCommentOf(context, comment) };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}',
    permissions: ['pull_requests:write'],
    handle: context => {
      const comment = commentIn(context);
      const { reviewComments } = context.repository();
      reviewComments.splice(reviewComments.indexOf(comment), 1);
      return { status: 204 };
    },
  },
];

function commentIn(context: RouteContext): FakeReviewComment {
  const id = Number(context.params['comment_id']);
  const comment = context.repository().reviewComments.find(known => known.id === id);
  if (comment === undefined) throw notFound();
  return comment;
}

function addReview(context: RouteContext): FakeReview {
  const { body } = context;
  const pullRequest = pullRequestIn(context);
  const event = body.event as keyof typeof stateOfEvent | undefined;
  if (event === 'APPROVE' && loginOf(context) === pullRequest.author)
    throw new HttpRefusal(422, 'Unprocessable Entity: Can not approve your own pull request');
  if (event === 'REQUEST_CHANGES' && (body.body ?? '') === '')
    throw new HttpRefusal(422, 'Unprocessable Entity: the review needs a body');
  const review: FakeReview = {
    id: context.state.nextId(),
    pullRequest: pullRequest.number,
    author: loginOf(context),
    body: body.body ?? '',
    state: event === undefined ? 'PENDING' : stateOfEvent[event],
    commitId: body.commit_id ?? pullRequest.headSha,
    submittedAt: new Date().toISOString(),
  };
  for (const comment of body.comments ?? [])
    addReviewComment(context, { ...comment, review: review.id, commitId: review.commitId });
  context.repository().reviews.push(review);
  return review;
}

/** @throws HttpRefusal 422 when the line is not part of the diff, as GitHub refuses. */
function addReviewComment(
  context: RouteContext,
  given: {
    readonly body: string;
    readonly path: string;
    readonly line?: number;
    readonly start_line?: number;
    readonly side?: 'LEFT' | 'RIGHT';
    readonly review: number;
    readonly commitId: string;
  },
): FakeReviewComment {
  const repository = context.repository();
  const pullRequest = pullRequestIn(context);
  const { line = 0, side = 'RIGHT' } = given;
  const entry = repository.changeOf(pullRequest).find(({ path }) => path === given.path);
  if (entry === undefined)
    throw unprocessable('pull_request_review_thread.path', 'Path could not be resolved');
  if (!linesOf(entry.patch ?? '', side).has(line))
    throw unprocessable('pull_request_review_thread.line', 'Line could not be resolved');
  const comment: FakeReviewComment = {
    id: context.state.nextId(),
    pullRequest: pullRequest.number,
    review: given.review,
    author: loginOf(context),
    body: given.body,
    path: given.path,
    line,
    ...(given.start_line === undefined ? {} : { startLine: given.start_line }),
    reactions: [],
    side,
    commitId: given.commitId,
    createdAt: new Date().toISOString(),
  };
  repository.reviewComments.push(comment);
  return comment;
}

function unprocessable(field: string, message: string): HttpRefusal {
  return new HttpRefusal(422, `Unprocessable Entity: ${field}: ${message}`);
}

/** The line numbers that a patch shows on a side. */
function linesOf(patch: string, side: 'LEFT' | 'RIGHT'): ReadonlySet<number> {
  const shown = new Set<number>();
  let next = 0;
  for (const line of patch.split('\n')) {
    const header = /^@@ -(?<left>\d+)(?:,\d+)? \+(?<right>\d+)/.exec(line)?.groups;
    if (header !== undefined) next = Number(side === 'LEFT' ? header['left'] : header['right']);
    else if (line.startsWith(side === 'LEFT' ? '-' : '+') || line.startsWith(' ')) shown.add(next++);
  }
  return shown;
}

function reviewOf(context: RouteContext, review: FakeReview): object {
  const { state } = context;
  const repository = context.repository();
  const html = `${repositoryHtmlUrl(state, repository)}/pull/${review.pullRequest}#pullrequestreview-${review.id}`;
  const pullUrl = `${repositoryUrl(state, repository)}/pulls/${review.pullRequest}`;
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: accountOf(state, review.author),
    body: review.body,
    state: review.state,
    commit_id: review.commitId,
    submitted_at: review.submittedAt,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: associationOf(repository, review.author),
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
  };
}

export function reviewCommentOf(
  context: Pick<RouteContext, 'state' | 'repository'>,
  comment: FakeReviewComment,
): object {
  const { state } = context;
  const repository = context.repository();
  const base = repositoryUrl(state, repository);
  const url = `${base}/pulls/comments/${comment.id}`;
  const html = `${repositoryHtmlUrl(state, repository)}/pull/${comment.pullRequest}#discussion_r${comment.id}`;
  const pullUrl = `${base}/pulls/${comment.pullRequest}`;
  return {
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    pull_request_review_id: comment.review,
    url,
    html_url: html,
    pull_request_url: pullUrl,
    diff_hunk: '',
    path: comment.path,
    line: comment.line,
    original_line: comment.line,
    start_line: comment.startLine ?? null,
    original_start_line: comment.startLine ?? null,
    side: comment.side,
    start_side: comment.startLine === undefined ? null : comment.side,
    ...(comment.inReplyTo === undefined ? {} : { in_reply_to_id: comment.inReplyTo }),
    commit_id: comment.commitId,
    original_commit_id: comment.commitId,
    user: accountOf(state, comment.author),
    author_association: associationOf(repository, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    subject_type: 'line',
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pullUrl } },
  };
}
