import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeployRunner, EventSettings, RunnerJob } from '../../../../src/contracts/deploy-runner.ts';
import { startTestGitHub, type TestGitHub } from '../../../fakes/start-github.ts';
import { openScene } from './workflow-scene.ts';

const settings: EventSettings = { type: 'event', timeoutMinutes: 60 };

let test: TestGitHub;
beforeAll(async () => {
  test = await startTestGitHub();
});
afterAll(() => test.close());

type EventScene = {
  readonly runner: DeployRunner<EventSettings>;
  readonly job: RunnerJob;
  readonly elapse: (ms: number) => void;
  /** Gives the deployment a status, as the App's own bot or an external system would. */
  readonly report: (status: object) => Promise<unknown>;
};

async function open(): Promise<EventScene> {
  const { repository, job, eventRunner: runner, elapse } = openScene(test, undefined);
  const base = `/repos/${repository.fullName}/deployments`;
  const body = { ref: 'feature', environment: 'staging', required_contexts: [] };
  const { json } = await test.call(`POST ${base}`, { body });
  return {
    runner,
    elapse,
    job: { ...job, deploymentId: json.id },
    report: status => test.call(`POST ${base}/${json.id}/statuses`, { body: status }),
  };
}

describe('a deployment by event', () => {
  it('waits for a final status, which our own are not', async () => {
    const { runner, job, report } = await open();
    const { state } = await runner.start(settings, job);
    await report({ state: 'in_progress', log_url: 'https://ci.example/1' });
    expect(await runner.observe(settings, job, state)).toMatchObject({
      kind: 'under-way',
      logUrl: 'https://ci.example/1',
      wakeOn: [`deployment_status/${job.deploymentId}`],
    });
    await report({ state: 'success', environment_url: 'https://staging.example' });
    expect(await runner.observe(settings, job, state)).toMatchObject({
      result: 'success',
      environmentUrl: 'https://staging.example',
      logUrl: expect.any(String),
    });
  });

  it.each([
    ['failure', 'failure', 'reported-failure'],
    ['error', 'error', 'reported-error'],
    ['inactive', 'error', 'reported-inactive'],
  ] as const)('takes %s for what it is and shows its description masked', async (given, result, code) => {
    const { runner, job, report } = await open();
    await report({ state: given, description: 'could not log in with hunter2' });
    expect(await runner.observe(settings, job, {})).toMatchObject({
      result,
      code,
      firstError: { where: 'agentic-devops[bot]', text: 'could not log in with ***' },
    });
  });

  it('gives up after the time limit and says what to check', async () => {
    const { runner, job, elapse } = await open();
    elapse(60 * 60_000 + 1);
    expect(await runner.observe(settings, job, {})).toMatchObject({ result: 'error', code: 'timed-out' });
  });

  it('says that nobody can tell when the deployment was deleted, and that it cannot stop anything', async () => {
    const { runner, job } = await open();
    expect(await runner.observe(settings, { ...job, deploymentId: 1 }, {})).toMatchObject({
      code: 'deployment-deleted',
    });
    expect(await runner.cancel(settings, job, {})).toMatchObject({ kind: 'not-possible' });
  });
});
