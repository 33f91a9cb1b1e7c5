import type { FakePullRequest } from '../fake-records.ts';
import type { FakeRepository } from '../fake-repository.ts';
import type { FakeState } from '../fake-state.ts';
import { accountOf, nodeId } from './account.ts';
import { associationOf } from './association.ts';
import { labelOf } from './issue.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from './repository.ts';

/** A pull request as lists show it. */
export function pullRequestSummaryOf(
  state: FakeState,
  repository: FakeRepository,
  pullRequest: FakePullRequest,
): object {
  const { number } = pullRequest;
  const url = `${repositoryUrl(state, repository)}/pulls/${number}`;
  const issueUrl = `${repositoryUrl(state, repository)}/issues/${number}`;
  const html = `${repositoryHtmlUrl(state, repository)}/pull/${number}`;
  const statuses = `${repositoryUrl(state, repository)}/statuses/${pullRequest.headSha}`;
  const links = {
    self: url,
    html,
    issue: issueUrl,
    comments: `${issueUrl}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(state, repository)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses,
  };
  return {
    id: repository.id * 10_000 + number,
    node_id: nodeId('PR', repository.id * 10_000 + number),
    number,
    state: pullRequest.state,
    locked: false,
    title: pullRequest.title,
    body: pullRequest.body,
    draft: pullRequest.draft,
    user: accountOf(state, pullRequest.author),
    author_association: associationOf(repository, pullRequest.author),
    labels: pullRequest.labels.map(name => labelOf(state, repository, name)),
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    milestone: null,
    auto_merge: null,
    active_lock_reason: null,
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    commits_url: links.commits,
    comments_url: links.comments,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    statuses_url: statuses,
    _links: Object.fromEntries(Object.entries(links).map(([key, href]) => [key, { href }])),
    head: headOf(state, pullRequest),
    base: sideOf(state, repository, { ref: pullRequest.baseRef, sha: repository.baseShaOf(pullRequest) }),
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.createdAt,
    closed_at: pullRequest.state === 'closed' ? pullRequest.createdAt : null,
    merged_at: pullRequest.mergeSha === undefined ? null : pullRequest.createdAt,
    merge_commit_sha: pullRequest.mergeSha ?? repository.testMergeOf(pullRequest) ?? null,
  };
}

/** A pull request on its own and in webhooks: the summary, and what takes counting. */
export function pullRequestOf(
  state: FakeState,
  repository: FakeRepository,
  pullRequest: FakePullRequest,
): object {
  const files = repository.changeOf(pullRequest);
  const mergeable = repository.testMergeOf(pullRequest) !== undefined;
  const sum = (pick: (file: (typeof files)[number]) => number): number =>
    files.reduce((total, file) => total + pick(file), 0);
  return {
    ...pullRequestSummaryOf(state, repository, pullRequest),
    merged: pullRequest.mergeSha !== undefined,
    merged_by: null,
    mergeable,
    mergeable_state: mergeable ? (pullRequest.draft ? 'draft' : 'clean') : 'dirty',
    rebaseable: mergeable,
    maintainer_can_modify: false,
    comments: repository.commentsOf(pullRequest.number).length,
    review_comments: repository.reviewCommentsOf(pullRequest.number).length,
    commits: repository.commitsOf(pullRequest).length,
    changed_files: files.length,
    additions: sum(file => file.additions),
    deletions: sum(file => file.deletions),
  };
}

/** Without a repository (and so an account) once the fork is deleted. */
function headOf(state: FakeState, pullRequest: FakePullRequest): object {
  const { headRepository, headRef: ref, headSha: sha, forkDeleted } = pullRequest;
  const side = sideOf(state, headRepository, { ref, sha });
  return forkDeleted ? { ...side, repo: null } : side;
}

function sideOf(
  state: FakeState,
  repository: FakeRepository,
  { ref, sha }: { readonly ref: string; readonly sha: string },
): object {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: accountOf(state, repository.owner),
    repo: repositoryOf(state, repository),
  };
}
