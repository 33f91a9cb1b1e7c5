import { z } from 'zod';
import type { RunnerClient, WorkflowRun } from '../../../clients/github/runner-client.ts';
import type {
  Cancellation,
  DeployRunner,
  RunnerJob,
  RunnerObservation,
  RunnerState,
  WorkflowSettings,
} from '../../../contracts/deploy-runner.ts';
import type { RepositoryRef } from '../../../contracts/run.ts';
import { AppError } from '../../../errors.ts';
import { finished, refusedByProblems } from './finished.ts';
import { prepareWorkflow, versionOf } from './prepare-workflow.ts';
import { completed } from './workflow-completed.ts';
import { ambiguous, searchRun } from './workflow-search.ts';

/** What the workflow runner is composed with. */
export type WorkflowRunnerParts = {
  /** A client whose token may write Actions and read contents of this one repository. */
  readonly clientFor: (installationId: number, repository: RepositoryRef) => Promise<RunnerClient>;
  /** Masks secrets in a log's text. */
  readonly redact: (text: string) => string;
  readonly now: () => Date;
};

/** Milliseconds between looks; `workflow_run` events come sooner. */
const searchIntervalMs = 3_000;
const watchIntervalMs = 60_000;
/** How long a dispatched run may take to appear, and how soon it surely has when it was dispatched, milliseconds. */
const appearsWithinMs = 120_000;
const settlesWithinMs = 10_000;

/** Workflow files that were checked and whose start has not come yet, at most. */
const maxCheckedFiles = 100;

const stateSchema = z.object({
  /** Undefined while the run is still looked for. */
  runId: z.number().optional(),
  url: z.string().optional(),
});
type State = z.infer<typeof stateSchema>;

/** Deploys by dispatching a GitHub Actions workflow and watching the run that it starts. */
export function createWorkflowRunner(parts: WorkflowRunnerParts): DeployRunner<WorkflowSettings> {
  const clientOf = (job: Pick<RunnerJob, 'installationId' | 'repository'>): Promise<RunnerClient> =>
    parts.clientFor(job.installationId, job.repository);
  // By the job's key; what is gone is read again.
  const checkedFiles = new Map<string, string>();
  return {
    async validate(settings, job) {
      const prepared = await prepareWorkflow(await clientOf(job), settings, job);
      if (prepared.kind === 'problems') return prepared.problems;
      const [oldest] = checkedFiles.keys();
      if (oldest !== undefined && checkedFiles.size >= maxCheckedFiles) checkedFiles.delete(oldest);
      checkedFiles.set(job.key, prepared.text);
      return [];
    },
    async start(settings, job) {
      const known = checkedFiles.get(job.key);
      checkedFiles.delete(job.key);
      return await start(await clientOf(job), settings, job, known);
    },
    find: async (settings, job) => findRun(await clientOf(job), settings, job, parts),
    observe: async (settings, job, state) =>
      observe(await clientOf(job), { settings, job, state: stateSchema.parse(state) }, parts),
    cancel: async (_settings, job, state) => cancel(await clientOf(job), state),
    rollBack: async (settings, job) => start(await clientOf(job), settings, job),
  };
}

async function start(
  client: RunnerClient,
  settings: WorkflowSettings,
  job: RunnerJob,
  known?: string,
): Promise<RunnerObservation> {
  const prepared = await prepareWorkflow(client, settings, job, known);
  if (prepared.kind === 'problems') return refusedByProblems(prepared.problems);
  const { ref, inputs } = prepared;
  const dispatch = await client.dispatchWorkflow({ file: settings.file, ref, inputs });
  if (dispatch.kind === 'refused') return refusedByGitHub(settings, ref, dispatch);
  return underWay({ runId: dispatch.run?.id, url: dispatch.run?.url }, 'The workflow was started.');
}

function refusedByGitHub(
  { file }: WorkflowSettings,
  ref: string,
  { status, message }: { readonly status: number; readonly message: string },
): RunnerObservation {
  const next =
    status === 403
      ? 'Give the App the permission `actions: write`, and check that Actions is enabled for the repository.'
      : status === 404
        ? 'Check that the file is on the default branch: GitHub knows a workflow only from there on.'
        : 'Check that the branch exists and that the workflow is enabled.';
  return finished({
    result: 'error',
    code: 'workflow-dispatch-refused',
    summary: `GitHub refused to start \`${file}\` on \`${ref}\` (${status}).`,
    firstError: { where: 'workflow dispatch', text: message.slice(0, 500) },
    next,
  });
}

/**
 * The run that an earlier dispatch with this key started: the one whose title shows the key, else the only one of ours
 * since then.
 *
 * @throws AppError (retryable) as long as it is too early to tell that there is none.
 */
async function findRun(
  client: RunnerClient,
  settings: WorkflowSettings,
  job: RunnerJob,
  parts: WorkflowRunnerParts,
): Promise<RunnerObservation | undefined> {
  const found = await searchRun(client, settings, job);
  if (found.kind === 'run')
    return underWay({ runId: found.run.id, url: found.run.url }, 'The run was found.');
  if (found.kind === 'ambiguous') return ambiguous(settings, found.count);
  if (elapsedMs(job, parts) < settlesWithinMs) {
    throw new AppError({
      code: 'workflow-run-not-yet-visible',
      publicMessage: `GitHub does not show yet whether \`${settings.file}\` was started.`,
      retryable: true,
    });
  }
  return undefined;
}

type Look = { readonly settings: WorkflowSettings; readonly job: RunnerJob; readonly state: State };

async function observe(
  client: RunnerClient,
  look: Look,
  parts: WorkflowRunnerParts,
): Promise<RunnerObservation> {
  const { settings, job, state } = look;
  if (state.runId === undefined) return appear(client, look, parts);
  const run = await client.workflowRun(state.runId);
  if (run === undefined) {
    return finished({
      result: 'error',
      code: 'workflow-run-deleted',
      summary: 'The workflow run was deleted before it could be seen how it ended.',
      next: 'Check what is running in the environment, then deploy again.',
      state,
    });
  }
  if (versionOf(settings, job) === 'head' && run.headSha !== job.sha) return headMoved(client, run, job);
  if (run.status === 'completed') return completed(client, run, parts.redact);
  const seen: State = { runId: run.id, url: run.url };
  if (elapsedMs(job, parts) > settings.timeoutMinutes * 60_000) {
    await client.cancelRun(run.id);
    return finished({
      result: 'failure',
      code: 'timed-out',
      summary: `The workflow did not finish within ${settings.timeoutMinutes} minutes and was asked to stop.`,
      next: 'Look at its log, then deploy again or raise `runner.timeout-minutes`.',
      logUrl: run.url,
      state: seen,
    });
  }
  return underWay(seen, progressOf(run.status));
}

/** The dispatch did not say which run it started (older servers): look for it. */
async function appear(
  client: RunnerClient,
  { settings, job, state }: Look,
  parts: WorkflowRunnerParts,
): Promise<RunnerObservation> {
  const found = await searchRun(client, settings, job);
  if (found.kind === 'run')
    return underWay({ runId: found.run.id, url: found.run.url }, progressOf(found.run.status));
  if (found.kind === 'ambiguous') return ambiguous(settings, found.count);
  if (elapsedMs(job, parts) < appearsWithinMs)
    return underWay(state, 'Waiting for the workflow run to appear.');
  return finished({
    result: 'error',
    code: 'workflow-run-missing',
    summary: `GitHub accepted the dispatch of \`${settings.file}\`, but no run appeared within ${appearsWithinMs / 60_000} minutes.`,
    next: 'Look at the Actions tab of the repository, then deploy again.',
  });
}

/** Somebody pushed between the gates and the dispatch: what runs is not what was allowed. */
async function headMoved(client: RunnerClient, run: WorkflowRun, job: RunnerJob): Promise<RunnerObservation> {
  if (run.status !== 'completed') await client.cancelRun(run.id);
  return finished({
    result: 'error',
    code: 'head-moved',
    summary: `The branch \`${job.ref}\` moved on to ${run.headSha.slice(0, 7)} before the workflow started; the run was asked to stop.`,
    next: 'Check what is running in the environment, then deploy the new commit.',
    logUrl: run.url,
    state: { runId: run.id, url: run.url },
  });
}

async function cancel(client: RunnerClient, state: RunnerState): Promise<Cancellation> {
  const { runId } = stateSchema.parse(state);
  if (runId === undefined) {
    return {
      kind: 'not-possible',
      state,
      message: 'GitHub does not show the workflow run yet, so it cannot be stopped.',
    };
  }
  return (await client.cancelRun(runId)) === 'requested'
    ? { kind: 'requested', state, message: 'The workflow run was asked to stop.' }
    : { kind: 'already-finished', state, message: 'The workflow run has already ended.' };
}

function underWay(state: State, progress: string): RunnerObservation {
  const { runId, url } = state;
  return {
    kind: 'under-way',
    state,
    progress,
    logUrl: url,
    lookAgainMs: runId === undefined ? searchIntervalMs : watchIntervalMs,
    wakeOn: runId === undefined ? [] : [`workflow_run/${runId}`],
  };
}

function progressOf(status: string): string {
  if (status === 'waiting') return 'The workflow waits for an approval of the environment.';
  return status === 'in_progress' ? 'The workflow is running.' : 'The workflow is queued.';
}

function elapsedMs(job: RunnerJob, { now }: WorkflowRunnerParts): number {
  return now().getTime() - Date.parse(job.startedAt);
}
