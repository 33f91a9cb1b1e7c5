import type { CiClient, FailedJob } from '../../clients/github/ci-client.ts';
import type { Diagnosis, Failure } from '../../contracts/diagnosis.ts';
import { analyseLog } from '../../diagnosis/analyse-log.ts';
import { mergeDiagnoses } from '../../diagnosis/merge-diagnoses.ts';

/** Jobs whose logs are read; a matrix that fails everywhere fails in the same way. */
const maxJobs = 20;

/** Why a workflow run failed, from the logs of its failed jobs, one after the other. */
export async function diagnoseRun(
  client: CiClient,
  runId: number,
  redact: (text: string) => string,
): Promise<Diagnosis> {
  const { failed } = await client.readJobs(runId);
  if (failed.length === 0) return unread('GitHub lists no failed job: the workflow may not have started.');
  return await diagnoseJobs(client, failed, redact);
}

/** Why jobs of one run failed, from their logs. */
export async function diagnoseJobs(
  client: CiClient,
  jobs: readonly FailedJob[],
  redact: (text: string) => string,
): Promise<Diagnosis> {
  const diagnoses: Diagnosis[] = [];
  for (const job of jobs.slice(0, maxJobs)) diagnoses.push(await diagnoseJob(client, job, redact));
  const merged = mergeDiagnoses(diagnoses);
  const unread = jobs.length - maxJobs;
  const gaps = [
    ...merged.gaps,
    ...(unread > 0 ? [`The logs of ${unread} further failed jobs were not read.`] : []),
  ];
  return { ...merged, gaps, outcome: merged.failures.length > 0 ? 'findings' : 'incomplete' };
}

async function diagnoseJob(
  client: CiClient,
  job: FailedJob,
  redact: (text: string) => string,
): Promise<Diagnosis> {
  const options = { mask: redact, job: redact(job.name), failed: true };
  if (!job.ended) return unread(notEnded(job, redact));
  const diagnosis = await client.readJobLog(job.id, log => analyseLog(log, options));
  if (diagnosis === undefined) return unread(`The log of ${redact(job.name)} is not there.`);
  // GitHub says that the job failed; a log that does not say why is a gap, never a pass.
  return diagnosis.failures.length > 0
    ? diagnosis
    : { ...diagnosis, ...unread(`The log of ${redact(job.name)} does not say why it failed.`) };
}

/** Says what is known of a job without its log. */
function notEnded({ name, failedSteps }: FailedJob, redact: (text: string) => string): string {
  const steps = failedSteps.slice(0, 5).map(step => `"${redact(step)}"`);
  return `${redact(name)} failed at ${steps.join(', ')}; GitHub gives its log when the job has ended.`;
}

function unread(gap: string): Diagnosis {
  return { outcome: 'incomplete', failures: [], gaps: [gap], lines: 0, bytes: 0 };
}

/** The same failures without what differs between runs, to be remembered. */
export function remembered(failures: readonly Failure[]): readonly Failure[] {
  return failures.slice(0, 20).map(failure => ({
    ...failure,
    tests: failure.tests.slice(0, 50),
    problems: failure.problems.slice(0, 20),
  }));
}
