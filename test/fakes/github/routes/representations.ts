import type { FakeCheckRun, FakeComment, FakePullRequest, FakeRepository } from '../fake-repository.ts';
import type { FakeState } from '../fake-state.ts';

/** A user or bot account, as embedded in other objects. */
export function accountOf(login: string): object {
  return { login, id: 100 + login.length, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

export function repositoryOf(state: FakeState, repository: FakeRepository): object {
  return {
    id: repository.id,
    name: repository.name,
    full_name: repository.fullName,
    private: false,
    owner: accountOf(repository.owner),
    default_branch: repository.defaultBranch,
    html_url: `${state.url}/${repository.fullName}`,
  };
}

export function pullRequestOf(
  state: FakeState,
  repository: FakeRepository,
  pullRequest: FakePullRequest,
): object {
  const own = repositoryOf(state, repository);
  const fork = {
    ...own,
    id: repository.id + 1_000_000,
    full_name: `${pullRequest.author}/${repository.name}`,
    fork: true,
  };
  const headRepository = pullRequest.forkDeleted ? null : pullRequest.fork ? fork : own;
  return {
    number: pullRequest.number,
    title: pullRequest.title,
    body: pullRequest.body,
    draft: pullRequest.draft,
    state: pullRequest.state,
    user: accountOf(pullRequest.author),
    html_url: `${state.url}/${repository.fullName}/pull/${pullRequest.number}`,
    head: { ref: pullRequest.headRef, sha: pullRequest.headSha, repo: headRepository },
    base: { ref: pullRequest.baseRef, sha: repository.baseShaOf(pullRequest), repo: own },
  };
}

export function commentOf(state: FakeState, repository: FakeRepository, comment: FakeComment): object {
  return {
    id: comment.id,
    body: comment.body,
    user: accountOf(comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: `${state.url}/${repository.fullName}/pull/${comment.issue}#issuecomment-${comment.id}`,
  };
}

export function checkRunOf(state: FakeState, repository: FakeRepository, checkRun: FakeCheckRun): object {
  const { output = {}, ...fields } = checkRun.fields;
  return {
    ...fields,
    id: checkRun.id,
    head_sha: checkRun.headSha,
    html_url: `${state.url}/${repository.fullName}/runs/${checkRun.id}`,
    output: {
      title: output.title ?? null,
      summary: output.summary ?? null,
      text: output.text ?? null,
      annotations_count: checkRun.annotations.length,
    },
    app: { id: checkRun.appId, slug: state.appSlug },
    pull_requests: [...repository.pullRequests.values()]
      .filter(pullRequest => pullRequest.headSha === checkRun.headSha && !pullRequest.fork)
      .map(pullRequest => ({
        number: pullRequest.number,
        head: {
          ref: pullRequest.headRef,
          sha: pullRequest.headSha,
          repo: { id: repository.id, name: repository.name },
        },
        base: {
          ref: pullRequest.baseRef,
          sha: repository.baseShaOf(pullRequest),
          repo: { id: repository.id, name: repository.name },
        },
      })),
  };
}
