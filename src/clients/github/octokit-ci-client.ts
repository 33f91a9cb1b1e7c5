import { z } from 'zod';
import type { CiClient } from './ci-client.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

const runSchema = z.object({
  id: z.number(),
  name: z.string().nullish(),
  path: z.string(),
  run_attempt: z.number().optional(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
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
    async failedRuns(headSha) {
      const { data } = await actions.listWorkflowRunsForRepo({
        ...repository,
        head_sha: headSha,
        per_page: 100,
      });
      const newest = new Map<string, z.infer<typeof runSchema>>();
      // Newest first: the first met of a workflow is its last word on the commit.
      for (const run of z.array(runSchema).parse(data.workflow_runs)) {
        if (run.status === 'completed' && !newest.has(run.path)) newest.set(run.path, run);
      }
      return [...newest.values()]
        .filter(({ conclusion }) => failedConclusions.includes(conclusion ?? ''))
        .map(run => ({
          id: run.id,
          workflow: run.name ?? run.path,
          attempt: run.run_attempt ?? 1,
          url: run.html_url,
        }));
    },
    async failedJobs(runId) {
      const jobs = await octokit.paginate(actions.listJobsForWorkflowRun, {
        ...repository,
        run_id: runId,
        filter: 'latest',
        per_page: 100,
      });
      return jobs
        .filter(({ conclusion }) => failedConclusions.includes(conclusion ?? ''))
        .map(job => ({ id: Number(job.id), name: job.name, url: job.html_url ?? '' }));
    },
    async readJobLog(jobId, read) {
      const location = await logAddress(octokit, { ...repository, job_id: jobId });
      if (location === undefined) return undefined;
      // A short-lived address elsewhere, which must not get the token.
      const response = await fetch(location, { signal: AbortSignal.timeout(logTimeoutMs) });
      return response.ok && response.body !== null ? await read(response.body) : undefined;
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
