import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunnerObservation } from '../../../../src/contracts/deploy-runner.ts';
import { startTestGitHub, type TestGitHub } from '../../../fakes/start-github.ts';
import { deployWorkflow, openScene, type Scene, workflowSettings } from './workflow-scene.ts';

const token = 'POST /app/installations/{installation_id}/access_tokens';
const contents = 'GET /repos/{owner}/{repo}/contents/{path}';
const dispatches = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
const runs = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
const run = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
const jobs = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs';
const log = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';
const cancel = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel';

let test: TestGitHub;
beforeAll(async () => {
  test = await startTestGitHub();
});
afterAll(() => test.close());

function open(): Scene {
  return openScene(test, deployWorkflow);
}

function fail(operation: string, status: number, times = 1): void {
  test.github.faults.push({ operation, status, times, kind: 'error' });
}

/** A started deployment whose workflow run failed. */
async function failedRun(scene: Scene): Promise<RunnerObservation> {
  const started = await scene.runner.start(workflowSettings, scene.job);
  const [first] = scene.repository.workflowRuns;
  if (first !== undefined)
    scene.repository.finishWorkflowRun(first, 'failure', [
      { name: 'deploy', conclusion: 'failure', log: '##[error]it broke' },
    ]);
  return started;
}

describe('GitHub refuses before the start', () => {
  it.each([
    [token, 403, 'github-failed'],
    [contents, 403, 'github-failed'],
    [contents, 404, 'workflow-not-found'],
    [contents, 422, 'github-failed'],
  ])('%s answers %i: said, and nothing is started', async (operation, status, code) => {
    const scene = open();
    fail(operation, status, 2);
    expect(await scene.runner.validate(workflowSettings, scene.job)).toMatchObject([{ code }]);
    expect(await scene.runner.start(workflowSettings, scene.job)).toMatchObject({ result: 'error', code });
    expect(scene.repository.workflowRuns).toEqual([]);
  });

  it.each([
    [403, 'Give the App the permission `actions: write`'],
    [404, 'Check that the file is on the default branch'],
    [422, 'Check that the branch exists and that the workflow is enabled.'],
  ])('the dispatch answers %i: the deployment ends with what to do', async (status, next) => {
    const scene = open();
    fail(dispatches, status);
    const ended = await scene.runner.start(workflowSettings, scene.job);
    expect(ended).toMatchObject({
      kind: 'finished',
      result: 'error',
      code: 'workflow-dispatch-refused',
      next: expect.stringContaining(next),
    });
    expect(scene.repository.workflowRuns).toEqual([]);
  });

  it('a disabled workflow is named as what it is', async () => {
    const scene = open();
    scene.repository.disabledWorkflows.add('.github/workflows/deploy.yml');
    const ended = await scene.runner.start(workflowSettings, scene.job);
    expect(ended.kind === 'finished' && ended.firstError?.text).toContain('disabled workflow');
  });
});

describe('GitHub is broken for a moment', () => {
  it.each([
    ['error', 500],
    ['error', 502],
    ['reset', 0],
  ] as const)(
    'the dispatch fails with %s %i: it is not repeated, and may be looked for',
    async (kind, status) => {
      const scene = open();
      test.github.faults.push({ operation: dispatches, kind, times: 1, ...(status > 0 && { status }) });
      await expect(scene.runner.start(workflowSettings, scene.job)).rejects.toMatchObject({
        code: 'github-failed',
        retryable: true,
      });
      const made = test.github.requests.filter(({ operation }) => operation === dispatches);
      expect(made).toHaveLength(1);
      scene.elapse(10_000);
      expect(await scene.runner.find(workflowSettings, scene.job)).toBeUndefined();
    },
  );

  it('reading the run is tried again by itself', async () => {
    const scene = open();
    const { state } = await scene.runner.start(workflowSettings, scene.job);
    fail(run, 502);
    expect(await scene.runner.observe(workflowSettings, scene.job, state)).toMatchObject({
      kind: 'under-way',
    });
  });

  it('a rate limit is waited for', async () => {
    const scene = open();
    test.github.faults.push({ operation: dispatches, kind: 'secondary-rate-limit', times: 1 });
    expect(await scene.runner.start(workflowSettings, scene.job)).toMatchObject({ kind: 'under-way' });
    expect(scene.repository.workflowRuns).toHaveLength(1);
  });
});

describe('GitHub refuses while it is watched', () => {
  it.each([403, 422])(
    'the run answers %i: the deployment ends as an error, not as a success',
    async status => {
      const scene = open();
      const { state } = await scene.runner.start(workflowSettings, scene.job);
      fail(run, status);
      expect(await scene.runner.observe(workflowSettings, scene.job, state)).toMatchObject({
        kind: 'finished',
        result: 'error',
        code: 'github-failed',
        next: 'Check what is running in the environment, then deploy again.',
      });
    },
  );

  it.each([404, 410])('the log answers %i: the failure is told without it', async status => {
    const scene = open();
    const { state } = await failedRun(scene);
    fail(log, status);
    expect(await scene.runner.observe(workflowSettings, scene.job, state)).toMatchObject({
      result: 'failure',
      code: 'job-failed',
      firstError: { where: 'job "deploy"', text: '' },
    });
  });

  it.each([
    [jobs, 403],
    [log, 403],
  ])('%s answers %i: the failure of the run stays a failure', async (operation, status) => {
    const scene = open();
    const { state } = await failedRun(scene);
    fail(operation, status);
    expect(await scene.runner.observe(workflowSettings, scene.job, state)).toMatchObject({
      result: 'failure',
      code: 'job-failed',
    });
  });

  it('looking for the run of a lost dispatch may be refused: then nobody can tell', async () => {
    const scene = open();
    test.github.state.dispatchTellsRun = false;
    const { state } = await scene.runner.start(workflowSettings, scene.job);
    fail(runs, 403);
    expect(await scene.runner.observe(workflowSettings, scene.job, state)).toMatchObject({
      result: 'error',
      code: 'github-failed',
    });
  });

  it.each([404, 409])('cancelling answers %i: the run has ended already', async status => {
    const scene = open();
    const { state } = await scene.runner.start(workflowSettings, scene.job);
    fail(cancel, status);
    expect(await scene.runner.cancel(workflowSettings, scene.job, state)).toMatchObject({
      kind: 'already-finished',
    });
  });
});
