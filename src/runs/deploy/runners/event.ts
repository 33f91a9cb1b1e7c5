import type { RunnerClient } from '../../../clients/github/runner-client.ts';
import type {
  DeployRunner,
  EventSettings,
  RunnerJob,
  RunnerObservation,
} from '../../../contracts/deploy-runner.ts';
import type { RepositoryRef } from '../../../contracts/run.ts';
import { finished } from './finished.ts';

/** What the event runner is composed with. */
export type EventRunnerParts = {
  readonly clientFor: (installationId: number, repository: RepositoryRef) => Promise<RunnerClient>;
  readonly redact: (text: string) => string;
  readonly now: () => Date;
};

/** Milliseconds between looks; `deployment_status` events come sooner. */
const watchIntervalMs = 120_000;
const maxDescription = 500;

/**
 * Deploys by doing nothing: the GitHub deployment is the order, and another system carries it out and reports
 * deployment statuses. While it is waited for, our own statuses are never final ones, so a final one is the answer.
 */
export function createEventRunner(parts: EventRunnerParts): DeployRunner<EventSettings> {
  return {
    validate: () => Promise.resolve([]),
    start: (_settings, job) => Promise.resolve(waiting(job, undefined)),
    find: (_settings, job) => Promise.resolve(waiting(job, undefined)),
    observe: (settings, job) => observe(settings, job, parts),
    cancel: (_settings, _job, state) =>
      Promise.resolve({
        kind: 'not-possible',
        state,
        message: 'An external system deploys; stop it there. Its report is waited for.',
      }),
    // The deployment of the earlier commit, which whoever calls has made, is the order to go back.
    rollBack: (_settings, job) => Promise.resolve(waiting(job, undefined)),
  };
}

async function observe(
  { timeoutMinutes }: EventSettings,
  job: RunnerJob,
  { clientFor, redact, now }: EventRunnerParts,
): Promise<RunnerObservation> {
  const client = await clientFor(job.installationId, job.repository);
  const statuses = await client.deploymentStatuses(job.deploymentId);
  if (statuses === undefined) {
    return finished({
      result: 'error',
      code: 'deployment-deleted',
      summary: 'The GitHub deployment was deleted while the external system was at work.',
      next: 'Check what is running in the environment, then deploy again.',
    });
  }
  const logUrl = statuses.find(status => status.logUrl !== undefined)?.logUrl;
  const final = statuses.find(({ state }) => ['success', 'failure', 'error', 'inactive'].includes(state));
  if (final !== undefined) {
    const { state, creator, environmentUrl } = final;
    const text = redact(final.description).slice(0, maxDescription);
    const common = { logUrl, environmentUrl };
    if (state === 'success') {
      return finished({
        ...common,
        result: 'success',
        code: 'succeeded',
        summary: `${creator} reported success.`,
      });
    }
    return finished({
      ...common,
      result: state === 'failure' ? 'failure' : 'error',
      code: `reported-${state}`,
      summary: `${creator} reported \`${state}\`.`,
      firstError: text === '' ? undefined : { where: creator, text },
      next: 'Look at the log of the external system, then deploy again.',
    });
  }
  if (now().getTime() - Date.parse(job.startedAt) > timeoutMinutes * 60_000) {
    return finished({
      result: 'error',
      code: 'timed-out',
      summary: `The external system reported no result within ${timeoutMinutes} minutes.`,
      next: 'Check what is running in the environment and whether the system receives `deployment` events, then deploy again.',
      logUrl,
    });
  }
  return waiting(job, logUrl);
}

function waiting(job: RunnerJob, logUrl: string | undefined): RunnerObservation {
  return {
    kind: 'under-way',
    state: {},
    progress: 'Waiting for the report of the external system.',
    logUrl,
    lookAgainMs: watchIntervalMs,
    wakeOn: [`deployment_status/${job.deploymentId}`],
  };
}
