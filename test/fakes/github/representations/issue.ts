import type { FakeComment, FakeIssue, FakePullRequest, FakeReaction } from '../fake-records.ts';
import type { FakeRepository } from '../fake-repository.ts';
import type { FakeState } from '../fake-state.ts';
import { accountOf, nodeId } from './account.ts';
import { associationOf } from './association.ts';
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts';

/** An issue, or a pull request in its guise of an issue. */
export function issueOf(
  state: FakeState,
  repository: FakeRepository,
  issue: FakeIssue | FakePullRequest,
): object {
  const { number } = issue;
  const url = `${repositoryUrl(state, repository)}/issues/${number}`;
  const isPullRequest = 'headSha' in issue;
  const html = `${repositoryHtmlUrl(state, repository)}/${isPullRequest ? 'pull' : 'issues'}/${number}`;
  const pullUrl = `${repositoryUrl(state, repository)}/pulls/${number}`;
  return {
    id: repository.id * 10_000 + number,
    node_id: nodeId('I', repository.id * 10_000 + number),
    number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: null,
    locked: false,
    user: accountOf(state, issue.author),
    author_association: associationOf(repository, issue.author),
    labels: issue.labels.map(name => labelOf(state, repository, name)),
    assignee: null,
    assignees: (issue.assignees ?? []).map(login => accountOf(state, login)),
    milestone: null,
    comments: repository.commentsOf(number).length,
    url,
    html_url: html,
    repository_url: repositoryUrl(state, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt ?? issue.createdAt,
    closed_at: issue.state === 'closed' ? issue.createdAt : null,
    ...(isPullRequest && {
      draft: issue.draft,
      pull_request: { url: pullUrl, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
    }),
  };
}

export function commentOf(state: FakeState, repository: FakeRepository, comment: FakeComment): object {
  const kind = repository.pullRequests.has(comment.issue) ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    body: comment.body,
    user: accountOf(state, comment.author),
    author_association: associationOf(repository, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    url: `${repositoryUrl(state, repository)}/issues/comments/${comment.id}`,
    issue_url: `${repositoryUrl(state, repository)}/issues/${comment.issue}`,
    html_url: `${repositoryHtmlUrl(state, repository)}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
  };
}

export function reactionOf(state: FakeState, reaction: FakeReaction): object {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: accountOf(state, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

export function labelOf(state: FakeState, repository: FakeRepository, name: string): object {
  const label = repository.labels.get(name);
  const id = label?.id ?? 0;
  return {
    id,
    node_id: nodeId('LA', id),
    url: `${repositoryUrl(state, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: label?.description ?? null,
    color: label?.color ?? 'ededed',
    default: false,
  };
}
