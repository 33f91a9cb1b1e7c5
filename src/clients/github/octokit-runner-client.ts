import { z } from 'zod';
import type { Octokit } from './octokit-repository-client.ts';
import { readTail } from './read-tail.ts';
import type { Dispatch, RunnerClient, WorkflowRun } from './runner-client.ts';
import { statusOf } from './status-of.ts';

const runSchema = z.object({
  id: z.number(),
  html_url: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  display_title: z.string(),
  head_sha: z.string(),
  created_at: z.string(),
  actor: z.object({ login: z.string() }).nullish(),
});

const dispatchSchema = z.object({ workflow_run_id: z.number(), html_url: z.string() });

const linkSchema = z
  .string()
  .optional()
  .transform(url => (url === '' ? undefined : url));

const statusSchema = z
  .object({
    state: z.string(),
    description: z.string().nullish(),
    log_url: linkSchema,
    environment_url: linkSchema,
    creator: z.object({ login: z.string() }).nullish(),
  })
  .transform(status => ({
    state: status.state,
    description: status.description ?? '',
    logUrl: status.log_url,
    environmentUrl: status.environment_url,
    creator: status.creator?.login ?? 'ghost',
  }));

/** Longest wait for a log's download, milliseconds. */
const logTimeoutMs = 30_000;

/** A client for the deployments of one repository on an Octokit that is already authenticated for it. */
export function createRunnerClient(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
): RunnerClient {
  const { actions } = octokit.rest;
  return {
    readFile: (path, ref) => readFile(octokit, { ...repository, path, ref }),
    dispatchWorkflow: options => dispatchWorkflow(octokit, { ...repository, ...options }),
    async dispatchedRuns({ file, since }) {
      const { data } = await actions.listWorkflowRuns({
        ...repository,
        workflow_id: file,
        event: 'workflow_dispatch',
        per_page: 100,
      });
      const runs = z.array(runSchema).parse(data.workflow_runs);
      return runs.filter(run => Date.parse(run.created_at) >= Date.parse(since)).map(toRun);
    },
    async workflowRun(id) {
      try {
        const { data } = await actions.getWorkflowRun({ ...repository, run_id: id });
        return toRun(runSchema.parse(data));
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    async jobsOf(runId) {
      const jobs = await octokit.paginate(actions.listJobsForWorkflowRun, {
        ...repository,
        run_id: runId,
        filter: 'latest',
        per_page: 100,
      });
      return jobs.map(job => ({
        id: Number(job.id),
        name: job.name,
        url: job.html_url ?? '',
        conclusion: job.conclusion ?? undefined,
        steps: (job.steps ?? []).map(step => ({
          name: step.name,
          conclusion: step.conclusion ?? undefined,
          startedAt: step.started_at ?? undefined,
          completedAt: step.completed_at ?? undefined,
        })),
      }));
    },
    jobLog: (jobId, maxBytes) => jobLog(octokit, { ...repository, job_id: jobId }, maxBytes),
    async cancelRun(id) {
      try {
        // Not tried again by itself: a 409 is an answer, not a conflict that goes away.
        await actions.cancelWorkflowRun({ ...repository, run_id: id, request: { retries: 0 } });
        return 'requested';
      } catch (error) {
        // 409: completed meanwhile; 404: deleted.
        if ([404, 409].includes(statusOf(error) ?? 0)) return 'already-finished';
        throw error;
      }
    },
    async deploymentStatuses(deploymentId) {
      try {
        const { data } = await octokit.rest.repos.listDeploymentStatuses({
          ...repository,
          deployment_id: deploymentId,
          per_page: 100,
        });
        return z.array(statusSchema).parse(data);
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
  };
}

type RepositoryTarget = { readonly owner: string; readonly repo: string };

function toRun(run: z.infer<typeof runSchema>): WorkflowRun {
  return {
    id: run.id,
    url: run.html_url,
    status: run.status ?? 'queued',
    conclusion: run.conclusion ?? undefined,
    displayTitle: run.display_title,
    headSha: run.head_sha,
    actor: run.actor?.login ?? '',
  };
}

async function readFile(
  octokit: Octokit,
  target: RepositoryTarget & { readonly path: string; readonly ref: string },
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.repos.getContent({ ...target, mediaType: { format: 'raw' } });
    return z.string().safeParse(data).data;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function dispatchWorkflow(
  octokit: Octokit,
  {
    file,
    ref,
    inputs,
    ...repository
  }: RepositoryTarget & {
    readonly file: string;
    readonly ref: string;
    readonly inputs: Readonly<Record<string, string>>;
  },
): Promise<Dispatch> {
  try {
    const { data } = await octokit.rest.actions.createWorkflowDispatch({
      ...repository,
      workflow_id: file,
      ref,
      inputs: { ...inputs },
      return_run_details: true,
      // A lost answer is not a lost dispatch: whoever called looks for the run before it asks again.
      request: { retries: 0 },
    });
    const answer = dispatchSchema.safeParse(data).data;
    return {
      kind: 'dispatched',
      run: answer === undefined ? undefined : { id: answer.workflow_run_id, url: answer.html_url },
    };
  } catch (error) {
    const status = statusOf(error);
    const limited = error instanceof Error && /rate limit/i.test(error.message);
    if (status === undefined || status >= 500 || status === 429 || limited) throw error;
    return { kind: 'refused', status, message: error instanceof Error ? error.message : '' };
  }
}

/** GitHub answers with a short-lived address elsewhere, which must not get the token. */
async function jobLog(
  octokit: Octokit,
  target: RepositoryTarget & { readonly job_id: number },
  maxBytes: number,
): Promise<string | undefined> {
  try {
    const { headers } = await octokit.rest.actions.downloadJobLogsForWorkflowRun({
      ...target,
      request: { redirect: 'manual' },
    });
    if (headers.location === undefined) return undefined;
    const response = await fetch(headers.location, { signal: AbortSignal.timeout(logTimeoutMs) });
    return response.ok && response.body !== null ? await readTail(response.body, maxBytes) : undefined;
  } catch (error) {
    // 404 and 410: the log was deleted or has expired.
    if ([404, 410].includes(statusOf(error) ?? 0)) return undefined;
    throw error;
  }
}
