import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunnerObservation } from '../../../../src/contracts/deploy-runner.ts';
import { startTestGitHub, type TestGitHub } from '../../../fakes/start-github.ts';
import { deployWorkflow, openScene, type Scene, workflowSettings } from './workflow-scene.ts';

let test: TestGitHub;

beforeAll(async () => {
  test = await startTestGitHub();
});
afterEach(() => test.github.assertValid());
afterAll(() => test.close());

function open(workflow: string | undefined = deployWorkflow): Scene {
  return openScene(test, workflow);
}

function stateOf(observation: RunnerObservation | undefined): unknown {
  return observation?.state;
}

const dispatchOperation = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';

describe('a deployment by workflow', () => {
  it('dispatches the default branch’s workflow with the commit and watches the run to its end', async () => {
    const { runner, job, repository } = open();
    expect(await runner.validate(workflowSettings, job)).toEqual([]);
    const started = await runner.start(workflowSettings, job);
    const [run] = repository.workflowRuns;
    expect(run).toMatchObject({
      headBranch: 'main',
      inputs: { sha: job.sha, environment: 'staging', devops_run: job.key },
    });
    expect(started).toMatchObject({
      kind: 'under-way',
      logUrl: `${test.github.url}/${repository.fullName}/actions/runs/${run?.id}`,
      wakeOn: [`workflow_run/${run?.id}`],
      lookAgainMs: 60_000,
    });
    if (run === undefined) return;
    run.status = 'in_progress';
    expect(await runner.observe(workflowSettings, job, stateOf(started))).toMatchObject({
      kind: 'under-way',
      progress: 'The workflow is running.',
    });
    run.status = 'waiting';
    expect(await runner.observe(workflowSettings, job, stateOf(started))).toMatchObject({
      progress: 'The workflow waits for an approval of the environment.',
    });
    repository.finishWorkflowRun(run, 'success');
    expect(await runner.observe(workflowSettings, job, stateOf(started))).toMatchObject({
      kind: 'finished',
      result: 'success',
      code: 'succeeded',
    });
  });

  it('needs two calls to start and one to see the end', async () => {
    const { runner, job, repository } = open();
    const started = await runner.start(workflowSettings, job);
    const calls = (): number => test.github.requests.filter(({ caller }) => caller === 'installation').length;
    expect(calls()).toBe(2);
    const [run] = repository.workflowRuns;
    if (run !== undefined) repository.finishWorkflowRun(run, 'success');
    await runner.observe(workflowSettings, job, stateOf(started));
    expect(calls()).toBe(3);
  });

  it('shows the failed step and its first error with secrets masked', async () => {
    const { runner, job, repository } = open();
    const started = await runner.start(workflowSettings, job);
    const [run] = repository.workflowRuns;
    if (run === undefined) throw new Error('no run');
    const at = (second: number): string => new Date(1_800_000_000_000 + second * 1000).toISOString();
    repository.finishWorkflowRun(run, 'failure', [
      { name: 'build', conclusion: 'success', log: '' },
      {
        name: 'deploy',
        conclusion: 'failure',
        steps: [
          { name: 'Check out', conclusion: 'success', startedAt: at(0), completedAt: at(5) },
          { name: 'Push the image', conclusion: 'failure', startedAt: at(6), completedAt: at(9) },
        ],
        log: [
          `${at(1)} ##[error]a warning of an earlier step that did not matter`,
          `${at(6)} ##[group]Run make push`,
          `${at(7)} \u001B[31mlogging in with hunter2\u001B[0m`,
          `${at(8)} ##[error]denied: requested access to the resource is denied`,
          `${at(9)} ##[error]Process completed with exit code 1.`,
        ].join('\n'),
      },
    ]);
    const ended = await runner.observe(workflowSettings, job, stateOf(started));
    expect(ended).toMatchObject({ kind: 'finished', result: 'failure', code: 'job-failed' });
    expect(ended.kind === 'finished' && ended.firstError).toEqual({
      where: 'job "deploy", step "Push the image"',
      text: ['logging in with ***', 'Error: denied: requested access to the resource is denied'].join('\n'),
    });
  });

  it.each([
    ['cancelled', 'cancelled', 'workflow-cancelled'],
    ['skipped', 'error', 'workflow-did-not-run'],
    ['timed_out', 'failure', 'job-failed'],
  ] as const)('reports a run that ended as %s truthfully', async (conclusion, result, code) => {
    const { runner, job, repository } = open();
    const started = await runner.start(workflowSettings, job);
    const [run] = repository.workflowRuns;
    if (run !== undefined) repository.finishWorkflowRun(run, conclusion);
    expect(await runner.observe(workflowSettings, job, stateOf(started))).toMatchObject({ result, code });
  });

  it('stops a run on request, and says when it had ended already', async () => {
    const { runner, job, repository } = open();
    const { state } = await runner.start(workflowSettings, job);
    expect(await runner.cancel(workflowSettings, job, state)).toMatchObject({ kind: 'requested' });
    expect(repository.workflowRuns[0]?.conclusion).toBe('cancelled');
    expect(await runner.cancel(workflowSettings, job, state)).toMatchObject({ kind: 'already-finished' });
  });

  it('stops a run that takes too long and calls it a failure', async () => {
    const { runner, job, repository, elapse } = open();
    const { state } = await runner.start(workflowSettings, job);
    elapse(30 * 60_000);
    expect(await runner.observe(workflowSettings, job, state)).toMatchObject({ kind: 'under-way' });
    elapse(30 * 60_000 + 1);
    expect(await runner.observe(workflowSettings, job, state)).toMatchObject({ code: 'timed-out' });
    expect(repository.workflowRuns[0]?.conclusion).toBe('cancelled');
  });

  it('says that nobody can tell when the run was deleted', async () => {
    const { runner, job, repository } = open();
    const { state } = await runner.start(workflowSettings, job);
    repository.workflowRuns.length = 0;
    expect(await runner.observe(workflowSettings, job, state)).toMatchObject({
      result: 'error',
      code: 'workflow-run-deleted',
    });
  });

  it('rolls back by the default branch’s workflow, whatever branch the deployment ran', async () => {
    const { runner, job, repository } = open();
    const earlier = repository.git.commitOf('main') ?? '';
    const head = { ...workflowSettings, ref: 'head' } as const;
    repository.push('main', { 'CHANGES.md': 'merged since\n' });
    const back = { ...job, key: 'back-1', sha: earlier, ref: 'main', isRollBack: true };
    const { state } = await runner.rollBack(head, back, {});
    expect(repository.workflowRuns[0]).toMatchObject({ headBranch: 'main', inputs: { sha: earlier } });
    expect(await runner.observe(head, back, state)).toMatchObject({ kind: 'under-way' });
  });
});

describe('the version of the workflow that runs', () => {
  const head = { ...workflowSettings, ref: 'head' } as const;

  it('is the branch’s own when the configuration says so', async () => {
    const { runner, job, repository } = open();
    const { state } = await runner.start(head, job);
    expect(repository.workflowRuns[0]).toMatchObject({ headBranch: 'feature', headSha: job.sha });
    expect(await runner.observe(head, job, state)).toMatchObject({ kind: 'under-way' });
  });

  it('is stopped when somebody pushed between the gates and the start', async () => {
    const { runner, job, repository } = open();
    const moved = repository.push('feature', { 'app.txt': 'something else\n' });
    const { state } = await runner.start(head, job);
    const ended = await runner.observe(head, job, state);
    expect(ended).toMatchObject({ result: 'error', code: 'head-moved' });
    expect(ended.kind === 'finished' && ended.summary).toContain(moved.slice(0, 7));
    expect(repository.workflowRuns[0]?.conclusion).toBe('cancelled');
  });

  it('cannot start when the branch was deleted', async () => {
    const { runner, job, repository } = open();
    repository.git.run(['update-ref', '-d', 'refs/heads/feature']);
    const ended = await runner.start(head, job);
    expect(ended).toMatchObject({ result: 'error', code: 'workflow-dispatch-refused' });
    expect(ended.kind === 'finished' && ended.firstError?.text).toContain('No ref found for: feature');
  });
});

describe('a start in doubt', () => {
  it('finds the run of its key among others', async () => {
    const { runner, job, repository } = open();
    await runner.start(workflowSettings, { ...job, key: 'another' });
    await runner.start(workflowSettings, job);
    await runner.start(workflowSettings, { ...job, key: `${job.key}0` });
    const found = await runner.find(workflowSettings, job);
    expect(found?.kind === 'under-way' && found.wakeOn).toEqual([
      `workflow_run/${repository.workflowRuns[1]?.id}`,
    ]);
  });

  it('does nothing twice when the answer to a dispatch was lost', async () => {
    const { runner, job, repository } = open();
    test.github.intercept = ({ operation }, phase) =>
      operation === dispatchOperation && phase === 'done' ? 'drop' : undefined;
    await expect(runner.start(workflowSettings, job)).rejects.toMatchObject({ retryable: true });
    test.github.intercept = undefined;
    expect(repository.workflowRuns).toHaveLength(1);
    expect(await runner.find(workflowSettings, job)).toMatchObject({
      kind: 'under-way',
      wakeOn: [`workflow_run/${repository.workflowRuns[0]?.id}`],
    });
  });

  it('waits before it believes that there is none', async () => {
    const { runner, job, elapse } = open();
    await expect(runner.find(workflowSettings, job)).rejects.toMatchObject({
      code: 'workflow-run-not-yet-visible',
      retryable: true,
    });
    elapse(10_000);
    expect(await runner.find(workflowSettings, job)).toBeUndefined();
  });

  it('takes the only run there is when titles say nothing, and none when there are two', async () => {
    const { runner, job } = open(deployWorkflow.replace(/^run-name:.*\n/m, ''));
    await runner.start(workflowSettings, job);
    expect(await runner.find(workflowSettings, job)).toMatchObject({ kind: 'under-way' });
    await runner.start(workflowSettings, { ...job, key: 'another' });
    expect(await runner.find(workflowSettings, job)).toMatchObject({ code: 'workflow-run-ambiguous' });
  });

  it('leaves another deployment’s run alone when titles would show the key', async () => {
    const { runner, job, elapse } = open();
    await runner.start(workflowSettings, { ...job, key: 'another' });
    elapse(10_000);
    expect(await runner.find(workflowSettings, job)).toBeUndefined();
  });

  it('looks for the run on servers that do not name it, for two minutes', async () => {
    const { runner, job, repository, elapse } = open();
    test.github.state.dispatchTellsRun = false;
    const started = await runner.start(workflowSettings, job);
    expect(started).toMatchObject({ kind: 'under-way', wakeOn: [], lookAgainMs: 3000 });
    const [run] = repository.workflowRuns;
    expect(await runner.observe(workflowSettings, job, started.state)).toMatchObject({
      kind: 'under-way',
      wakeOn: [`workflow_run/${run?.id}`],
    });
    repository.workflowRuns.length = 0;
    expect(await runner.observe(workflowSettings, job, started.state)).toMatchObject({ kind: 'under-way' });
    elapse(120_000);
    expect(await runner.observe(workflowSettings, job, started.state)).toMatchObject({
      result: 'error',
      code: 'workflow-run-missing',
    });
  });
});
