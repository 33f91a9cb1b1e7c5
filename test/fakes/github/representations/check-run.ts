import type { FakeCheckRun } from '../fake-records.ts';
import type { FakeRepository } from '../fake-repository.ts';
import type { FakeState } from '../fake-state.ts';
import { appOf, nodeId } from './account.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from './repository.ts';

export function checkRunOf(state: FakeState, repository: FakeRepository, checkRun: FakeCheckRun): object {
  const { fields, id, headSha } = checkRun;
  const url = `${repositoryUrl(state, repository)}/check-runs/${id}`;
  const html = `${repositoryHtmlUrl(state, repository)}/runs/${id}`;
  return {
    id,
    node_id: nodeId('CR', id),
    name: fields.name ?? '',
    head_sha: headSha,
    external_id: fields.external_id ?? '',
    url,
    html_url: html,
    details_url: fields.details_url ?? html,
    status: fields.status,
    conclusion: fields.conclusion ?? null,
    started_at: checkRun.startedAt,
    completed_at: checkRun.completedAt ?? null,
    output: {
      title: fields.output?.title ?? null,
      summary: fields.output?.summary ?? null,
      text: fields.output?.text ?? null,
      annotations_count: checkRun.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    app:
      checkRun.appId === state.appId
        ? appOf(state)
        : { ...appOf(state), id: checkRun.appId, slug: `app-${checkRun.appId}` },
    check_suite: { id: repository.checkSuiteId(headSha) },
    pull_requests: pullRequestsAt(state, repository, headSha),
  };
}

export function checkSuiteOf(state: FakeState, repository: FakeRepository, headSha: string): object {
  const id = repository.checkSuiteId(headSha);
  const runs = [...repository.checkRuns.values()].filter(run => run.headSha === headSha);
  const completed = runs.length > 0 && runs.every(({ fields }) => fields.status === 'completed');
  const failed = runs.find(({ fields }) => fields.conclusion !== 'success');
  const commit = repository.git.log(headSha, { max: 1 })[0];
  const url = `${repositoryUrl(state, repository)}/check-suites/${id}`;
  const person = { name: commit?.authorName ?? '', email: commit?.authorEmail ?? '' };
  return {
    id,
    node_id: nodeId('CS', id),
    head_branch:
      [...repository.pullRequests.values()].find(pull => pull.headSha === headSha)?.headRef ?? null,
    head_sha: headSha,
    status: completed ? 'completed' : 'queued',
    conclusion: completed ? (failed?.fields.conclusion ?? 'success') : null,
    url,
    before: commit?.parents[0] ?? null,
    after: headSha,
    pull_requests: pullRequestsAt(state, repository, headSha),
    app: appOf(state),
    repository: repositoryOf(state, repository),
    created_at: state.startedAt,
    updated_at: state.startedAt,
    head_commit: {
      id: headSha,
      tree_id: commit?.tree ?? '',
      message: commit?.message ?? '',
      timestamp: commit?.date ?? state.startedAt,
      author: person,
      committer: person,
    },
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

/** GitHub names only pull requests whose branch is in the repository itself. */
/** Open pull requests of the same repository with this head; forks' are never named. */
export function pullRequestsAt(
  state: FakeState,
  repository: FakeRepository,
  headSha: string,
): readonly object[] {
  const url = repositoryUrl(state, repository);
  const repo = { id: repository.id, name: repository.name, url };
  return [...repository.pullRequests.values()]
    .filter(pull => pull.headSha === headSha && !pull.fork)
    .map(pull => ({
      id: repository.id * 10_000 + pull.number,
      number: pull.number,
      url: `${url}/pulls/${pull.number}`,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: repository.baseShaOf(pull), repo },
    }));
}
