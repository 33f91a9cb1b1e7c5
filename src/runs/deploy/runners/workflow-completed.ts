import type { RunnerClient, WorkflowRun } from '../../../clients/github/runner-client.ts';
import type { RunnerObservation } from '../../../contracts/deploy-runner.ts';
import { AppError } from '../../../errors.ts';
import { finished } from './finished.ts';
import { firstErrorOf } from './first-error.ts';

/** Bytes of a failed job's log that are searched. */
const maxLogBytes = 2_000_000;

/** What a completed run means for the deployment; reads jobs and log of a failed one. */
export async function completed(
  client: RunnerClient,
  run: WorkflowRun,
  redact: (text: string) => string,
): Promise<RunnerObservation> {
  const common = { logUrl: run.url, state: { runId: run.id, url: run.url } };
  const { conclusion = 'unknown' } = run;
  if (conclusion === 'success') {
    return finished({ ...common, result: 'success', code: 'succeeded', summary: 'The workflow succeeded.' });
  }
  if (conclusion === 'cancelled') {
    return finished({
      ...common,
      result: 'cancelled',
      code: 'workflow-cancelled',
      summary: 'The workflow run was cancelled.',
      next: 'Check what is running in the environment before deploying again.',
    });
  }
  if (conclusion === 'failure' || conclusion === 'timed_out') return await failed(client, run, redact);
  return finished({
    ...common,
    result: 'error',
    code: 'workflow-did-not-run',
    summary: `The workflow ended as \`${conclusion}\`, so nothing was deployed as far as GitHub tells.`,
    next: 'Look at the run: a condition may have skipped every job, or the file may be invalid at that commit.',
  });
}

async function failed(
  client: RunnerClient,
  run: WorkflowRun,
  redact: (text: string) => string,
): Promise<RunnerObservation> {
  const jobs = await orNothing(() => client.jobsOf(run.id));
  const job = jobs?.find(({ conclusion }) => ['failure', 'timed_out'].includes(conclusion ?? ''));
  const log = job === undefined ? undefined : await orNothing(() => client.jobLog(job.id, maxLogBytes));
  return finished({
    state: { runId: run.id, url: run.url },
    logUrl: job?.url ?? run.url,
    result: 'failure',
    code: 'job-failed',
    summary: 'The workflow failed.',
    firstError: job === undefined ? undefined : firstErrorOf(job, log, redact),
    next: 'Look at the log, repair it, and deploy again.',
  });
}

/** The failure is known without its details; those that GitHub refuses are left out. @throws what may go better later. */
async function orNothing<T>(perform: () => Promise<T>): Promise<T | undefined> {
  try {
    return await perform();
  } catch (error) {
    if (error instanceof AppError && !error.retryable) return undefined;
    throw error;
  }
}
