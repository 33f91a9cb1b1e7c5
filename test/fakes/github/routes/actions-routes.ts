import type { FakeJob, FakeWorkflowRun } from '../fake-records.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

/** Workflow runs, their jobs and logs; a dispatch makes a queued run without jobs. */
export const actionsRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    permissions: ['actions:write'],
    handle: context => {
      const repository = context.repository();
      const file = context.params['workflow_id'] ?? '';
      const { ref } = context.body;
      const headSha = repository.git.commitOf(ref);
      if (headSha === undefined) throw new HttpRefusal(422, `No ref found for: ${ref}`);
      const path = `.github/workflows/${file}`;
      if (repository.git.resolve(`${headSha}:${path}`) === undefined) throw notFound();
      repository.addWorkflowRun({
        path,
        event: 'workflow_dispatch',
        headBranch: ref,
        actor: loginOf(context),
      });
      return { status: 204 };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs',
    permissions: ['actions:read'],
    handle: context => {
      const { query } = context;
      const listed = context
        .repository()
        .workflowRuns.filter(
          run =>
            matches(query.get('head_sha'), run.headSha) &&
            matches(query.get('event'), run.event) &&
            matches(query.get('branch'), run.headBranch) &&
            (matches(query.get('status'), run.status) || query.get('status') === run.conclusion),
        );
      return { list: listed.toReversed().map(run => runOf(context, run)), wrap: 'workflow_runs' };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    permissions: ['actions:read'],
    handle: context => ({ status: 200, json: runOf(context, runIn(context)) }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
    permissions: ['actions:read'],
    handle: context => {
      const run = runIn(context);
      return { list: run.jobs.map(job => jobOf(context, run, job)), wrap: 'jobs' };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
    permissions: ['actions:read'],
    handle: context => {
      const id = Number(context.params['job_id']);
      const job = context
        .repository()
        .workflowRuns.flatMap(({ jobs }) => jobs)
        .find(candidate => candidate.id === id);
      if (job === undefined) throw notFound();
      // The address is signed and short-lived on GitHub; here it is good for one fetch without a token.
      const location = context.state.offerDownload(job.log);
      return { status: 302, raw: '', headers: { location } };
    },
  },
];

function matches(wanted: string | null, value: string | null): boolean {
  return wanted === null || wanted === value;
}

function runIn(context: RouteContext): FakeWorkflowRun {
  const found = context.repository().workflowRuns.find(({ id }) => id === Number(context.params['run_id']));
  if (found === undefined) throw notFound();
  return found;
}

function runOf(context: RouteContext, run: FakeWorkflowRun): object {
  const { state } = context;
  const repository = context.repository();
  const base = repositoryUrl(state, repository);
  const url = `${base}/actions/runs/${run.id}`;
  const person = { name: run.actor, email: `${run.actor}@example.com` };
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WFR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.name,
    run_number: 1,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.id,
    url,
    html_url: `${repositoryHtmlUrl(state, repository)}/actions/runs/${run.id}`,
    pull_requests: [],
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

function jobOf(context: RouteContext, run: FakeWorkflowRun, job: FakeJob): object {
  const base = repositoryUrl(context.state, context.repository());
  const html = `${repositoryHtmlUrl(context.state, context.repository())}/actions/runs/${run.id}/job/${job.id}`;
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
    status: 'completed',
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: run.createdAt,
    steps: [],
    check_run_url: `${base}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
  };
}
