import { z } from 'zod';
import type { CiClient, FailedJob, FailedRun, MergedPullRequest, RerunClient } from './ci-client.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { readCheck } from './read-check.ts';
import { statusOf } from './status-of.ts';

const runSchema = z.object({
  id: z.number(),
  name: z.string().nullish(),
  path: z.string(),
  run_attempt: z.number().optional(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  html_url: z.string(),
  head_sha: z.string(),
  event: z.string(),
});
type Run = z.infer<typeof runSchema>;

const jobSchema = z.object({
  id: z.number(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  html_url: z.string().nullish(),
  runner_name: z.string().nullish(),
  steps: z.array(z.object({ name: z.string(), conclusion: z.string().nullable() })).default([]),
});

const mergedSchema = z.object({
  number: z.number(),
  title: z.string(),
  user: z.object({ login: z.string() }).nullable(),
  merged_at: z.string().nullable(),
  html_url: z.string(),
});

/** Conclusions of runs and jobs that something went wrong in. */
export const failedConclusions = ['failure', 'timed_out', 'startup_failure'];

/** Longest wait for a log's download, milliseconds. */
const logTimeoutMs = 120_000;

/** A client for the workflow runs of one repository on an Octokit that is already authenticated for it. */
export function createCiClient(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
): CiClient {
  const { actions, repos } = octokit.rest;
  return {
    async failedRuns(headSha, { running } = { running: false }) {
      const { data } = await actions.listWorkflowRunsForRepo({
        ...repository,
        head_sha: headSha,
        per_page: 100,
      });
      const newest = new Map<string, Run>();
      // Newest first: the first met of a workflow is its last word on the commit.
      for (const run of z.array(runSchema).parse(data.workflow_runs)) {
        if ((running || run.status === 'completed') && !newest.has(run.path)) newest.set(run.path, run);
      }
      return [...newest.values()]
        .filter(run => run.status !== 'completed' || hasFailed(run))
        .map(failedRunOf);
    },
    mergedSince: since => mergedSince(octokit, repository, since),
    async newestRunOn(branch, { sameWorkflowAs }) {
      const { data: run } = await actions.getWorkflowRun({ ...repository, run_id: sameWorkflowAs });
      const { data } = await actions.listWorkflowRuns({
        ...repository,
        workflow_id: runSchema.parse(run).path.replace(/@.*$/, '').replace(/^.*\//, ''),
        branch,
        status: 'completed',
        per_page: 10,
      });
      // A fork's branch may have the same name; its runs are those of pull requests.
      const found = z
        .array(runSchema)
        .parse(data.workflow_runs)
        .find(({ event }) => !event.startsWith('pull_request'));
      return found && { ...failedRunOf(found), headSha: found.head_sha, failed: hasFailed(found) };
    },
    async readJobs(runId) {
      const listed = await octokit.paginate(actions.listJobsForWorkflowRun, {
        ...repository,
        run_id: runId,
        filter: 'latest',
        per_page: 100,
      });
      const jobs = z.array(jobSchema).parse(listed);
      const others = jobs.filter(job => job.status === 'completed' && !hasFailed(job)).length;
      return { failed: jobs.flatMap(failedJobOf), others };
    },
    async readJobLog(jobId, read) {
      const location = await logAddress(octokit, { ...repository, job_id: jobId });
      if (location === undefined) return undefined;
      // A short-lived address elsewhere, which must not get the token.
      const response = await fetch(location, { signal: AbortSignal.timeout(logTimeoutMs) });
      return response.ok && response.body !== null ? await read(response.body) : undefined;
    },
    readCheck: id => readCheck(octokit, { ...repository, check_run_id: id }),
    async wasRerun(runId) {
      const { data } = await actions.getWorkflowRun({ ...repository, run_id: runId });
      const { path, head_sha: headSha } = runSchema.parse(data);
      const listed = await actions.listWorkflowRunsForRepo({
        ...repository,
        head_sha: headSha,
        per_page: 100,
      });
      return z
        .array(runSchema)
        .parse(listed.data.workflow_runs)
        .some(run => run.path === path && (run.run_attempt ?? 1) > 1);
    },
    async pullRequestsOf(headSha) {
      const { data } = await repos.listPullRequestsAssociatedWithCommit({
        ...repository,
        commit_sha: headSha,
      });
      return data
        .filter(({ state, head }) => state === 'open' && head.sha === headSha)
        .map(({ number }) => number);
    },
  };
}

function hasFailed({ conclusion }: { readonly conclusion: string | null }): boolean {
  return failedConclusions.includes(conclusion ?? '');
}

function failedRunOf(run: Run): FailedRun {
  return {
    id: run.id,
    workflow: run.name ?? run.path,
    attempt: run.run_attempt ?? 1,
    url: run.html_url,
  };
}

/** A client that may let failed jobs run again, on an Octokit whose token may write Actions. */
export function createRerunClient(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
): RerunClient {
  return {
    async rerunFailedJobs(runId) {
      await octokit.rest.actions.reRunWorkflowFailedJobs({ ...repository, run_id: runId });
    },
  };
}

/** None when the job passed, or runs and nothing in it has failed so far. */
function failedJobOf(job: z.infer<typeof jobSchema>): readonly FailedJob[] {
  const ended = job.status === 'completed';
  const failedSteps = job.steps.filter(hasFailed).map(({ name }) => name);
  if (ended ? !hasFailed(job) : failedSteps.length === 0) return [];
  const { id, name, html_url: url, runner_name: runner } = job;
  return [{ id, name, url: url ?? '', ended, failedSteps, runner: runner ?? undefined }];
}

async function logAddress(
  octokit: Octokit,
  target: { readonly owner: string; readonly repo: string; readonly job_id: number },
): Promise<string | undefined> {
  try {
    const { headers } = await octokit.rest.actions.downloadJobLogsForWorkflowRun({
      ...target,
      request: { redirect: 'manual' },
    });
    return headers.location;
  } catch (error) {
    // 404 and 410: the log was deleted or has expired.
    if ([404, 410].includes(statusOf(error) ?? 0)) return undefined;
    throw error;
  }
}

async function mergedSince(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
  since: Date,
): Promise<readonly MergedPullRequest[]> {
  const { data } = await octokit.rest.pulls.list({
    ...repository,
    state: 'closed',
    sort: 'updated',
    direction: 'desc',
    per_page: 50,
  });
  return z
    .array(mergedSchema)
    .parse(data)
    .flatMap(({ number, title, user, merged_at: mergedAt, html_url: url }) =>
      mergedAt === null || Date.parse(mergedAt) < since.getTime()
        ? []
        : [{ number, title, author: user?.login ?? 'ghost', mergedAt, url }],
    );
}
