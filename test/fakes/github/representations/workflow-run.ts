import type { FakeJob, FakeWorkflowRun } from '../fake-records.ts';
import type { FakeRepository } from '../fake-repository.ts';
import type { FakeState } from '../fake-state.ts';
import { accountOf, nodeId } from './account.ts';
import { pullRequestsAt } from './check-run.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from './repository.ts';

/** A workflow run as REST and webhooks show it. */
export function workflowRunOf(state: FakeState, repository: FakeRepository, run: FakeWorkflowRun): object {
  const base = repositoryUrl(state, repository);
  const url = `${base}/actions/runs/${run.id}`;
  const person = { name: run.actor, email: `${run.actor.replace(/\W/g, '')}@example.com` };
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WFR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.displayTitle,
    run_number: 1,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.id,
    url,
    html_url: `${repositoryHtmlUrl(state, repository)}/actions/runs/${run.id}`,
    pull_requests: pullRequestsAt(state, repository, run.headSha),
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    actor: accountOf(state, run.actor),
    triggering_actor: accountOf(state, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${base}/check-suites/${repository.checkSuiteId(run.headSha)}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${base}/actions/workflows/${run.id}`,
    head_commit: {
      id: run.headSha,
      tree_id: repository.git.resolve(`${run.headSha}^{tree}`) ?? '',
      message: 'A change',
      timestamp: run.createdAt,
      author: person,
      committer: person,
    },
    repository: repositoryOf(state, repository),
    head_repository: repositoryOf(state, repository),
  };
}

/** A job of a workflow run. */
export function jobOf(
  {
    state,
    repository,
    run,
  }: { readonly state: FakeState; readonly repository: FakeRepository; readonly run: FakeWorkflowRun },
  job: FakeJob,
): object {
  const base = repositoryUrl(state, repository);
  const html = `${repositoryHtmlUrl(state, repository)}/actions/runs/${run.id}/job/${job.id}`;
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${base}/actions/runs/${run.id}`,
    run_attempt: 1,
    node_id: nodeId('JOB', job.id),
    head_sha: run.headSha,
    head_branch: run.headBranch,
    workflow_name: run.name,
    name: job.name,
    url: `${base}/actions/jobs/${job.id}`,
    html_url: html,
    status: job.conclusion === null ? 'in_progress' : 'completed',
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: job.conclusion === null ? null : run.createdAt,
    steps: (job.steps ?? []).map((step, index) => ({
      name: step.name,
      status: 'completed',
      conclusion: step.conclusion,
      number: index + 1,
      started_at: step.startedAt ?? run.createdAt,
      completed_at: step.completedAt ?? run.createdAt,
    })),
    check_run_url: `${base}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: null,
    runner_name: job.runner ?? null,
    runner_group_id: null,
    runner_group_name: null,
  };
}
