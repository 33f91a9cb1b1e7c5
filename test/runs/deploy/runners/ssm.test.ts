import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunnerObservation, SsmSettings } from '../../../../src/contracts/deploy-runner.ts';
import { wavesOf } from '../../../../src/runs/deploy/runners/ssm-state.ts';
import { awsJob, openSsm, type SsmScene, ssmSettings } from './ssm-scene.ts';

const health: SsmSettings['health'] = {
  url: 'https://staging.example/healthz',
  expectStatus: 200,
  expectText: undefined,
  allowPrivate: false,
  successes: 2,
  attempts: 3,
  intervalSeconds: 5,
  timeoutSeconds: 2,
};

/** Starts and sends the first wave. */
async function begin(scene: SsmScene, settings: SsmSettings = ssmSettings): Promise<RunnerObservation> {
  expect(await scene.runner.validate(settings, awsJob)).toEqual([]);
  return await scene.settle(settings, await scene.runner.start(settings, awsJob));
}

async function look(
  scene: SsmScene,
  seen: RunnerObservation,
  settings: SsmSettings = ssmSettings,
): Promise<RunnerObservation> {
  return await scene.settle(settings, await scene.runner.observe(settings, awsJob, seen.state));
}

describe('a deployment by Systems Manager', () => {
  it('goes through the tagged instances in waves, one after the other', async () => {
    const scene = openSsm(10);
    let seen = await begin(scene);
    expect(seen).toMatchObject({ progress: 'Wave 1 of 3: 0 of 1 instances done.', lookAgainMs: 10_000 });
    for (const wave of [1, 2, 3]) {
      expect(scene.ssm.commands).toHaveLength(wave);
      seen = await look(scene, seen);
      expect(scene.ssm.commands).toHaveLength(wave);
      scene.ssm.finish();
      seen = await look(scene, seen);
    }
    expect(seen).toMatchObject({
      kind: 'finished',
      result: 'success',
      summary: '10 of 10 instances were deployed in 3 waves.',
    });
    expect(scene.ssm.commands.map(({ instanceIds }) => instanceIds.length)).toEqual([1, 4, 5]);
    expect(scene.ssm.commands[0]).toMatchObject({
      document: 'Shop-Deploy',
      parameters: { commit: [awsJob.sha] },
      comment: 'devops a1b2c3d4e5f6 wave 1 part 1',
    });
    expect(scene.ssm.commands.flatMap(({ instanceIds }) => instanceIds)).not.toContain('i-other');
  });

  it('sends a large wave in parts of fifty', async () => {
    const scene = openSsm(120);
    const seen = await begin(scene, { ...ssmSettings, wavesPercent: [100] });
    expect(scene.ssm.commands.map(({ instanceIds }) => instanceIds.length)).toEqual([50, 50, 20]);
    scene.ssm.finish();
    expect(await look(scene, seen)).toMatchObject({ result: 'success' });
  });

  it('stops at too many failures and shows what the first one wrote, masked', async () => {
    const scene = openSsm(10);
    scene.ssm.errorOutput = `${'x'.repeat(3000)} hunter2`;
    let seen = await begin(scene);
    scene.ssm.finish();
    seen = await look(scene, seen);
    scene.ssm.finish(['i-003']);
    seen = await look(scene, seen);
    expect(seen).toMatchObject({
      kind: 'finished',
      result: 'failure',
      code: 'instances-failed',
      summary: '1 instances failed (`i-003`); 0 may. Wave 2 of 3 was the last.',
      firstError: { where: 'i-003 (Failed)' },
    });
    const text = seen.kind === 'finished' ? seen.firstError?.text : undefined;
    expect(text).toHaveLength(2000);
    expect(text).toMatch(/ \*\*\*$/);
    expect(scene.ssm.commands).toHaveLength(2);
  });

  it('goes on while as many fail as may, and says so', async () => {
    const scene = openSsm(2);
    const settings = { ...ssmSettings, maxFailures: 1, wavesPercent: [50, 50] };
    let seen = await begin(scene, settings);
    scene.ssm.finish(['i-001']);
    seen = await look(scene, seen, settings);
    scene.ssm.finish();
    expect(await look(scene, seen, settings)).toMatchObject({
      result: 'success',
      summary:
        '1 of 2 instances were deployed in 2 waves. 1 failed, which the configuration allows: `i-001`.',
    });
  });

  it('asks for the health between waves and stops when it is bad', async () => {
    const scene = openSsm(2);
    const settings = { ...ssmSettings, wavesPercent: [50, 50], health };
    let seen = await begin(scene, settings);
    scene.ssm.finish();
    scene.answers.push({ kind: 'answer', status: 200, text: '' }, { kind: 'answer', status: 200, text: '' });
    seen = await look(scene, seen, settings);
    expect(seen).toMatchObject({
      progress: 'Checking the health after wave 1 of 2.',
      lookAgainMs: 5000,
    });
    seen = await look(scene, seen, settings);
    expect(scene.ssm.commands).toHaveLength(2);
    scene.ssm.finish();
    for (let tries = 0; tries < 3; tries++) scene.answers.push({ kind: 'answer', status: 503, text: '' });
    while (seen.kind === 'under-way') seen = await look(scene, seen, settings);
    expect(seen).toMatchObject({
      result: 'failure',
      code: 'unhealthy',
      firstError: {
        where: 'staging.example',
        text: 'It answered 503 instead of 200. It was asked 3 times.',
      },
    });
  });

  it('gives up after the time limit and stops what runs', async () => {
    const scene = openSsm(3);
    const seen = await begin(scene);
    scene.elapse(60 * 60_000 + 1);
    expect(await look(scene, seen)).toMatchObject({ result: 'failure', code: 'timed-out' });
    expect([...(scene.ssm.commands[0]?.statuses.values() ?? [])]).toEqual(['Cancelled']);
  });
});

describe('stopping', () => {
  it('cancels the wave at work and starts no further one', async () => {
    const scene = openSsm(10);
    const seen = await begin(scene);
    const { kind, state } = await scene.runner.cancel(ssmSettings, awsJob, seen.state);
    expect(kind).toBe('requested');
    expect(await look(scene, { ...seen, state })).toMatchObject({ result: 'cancelled', code: 'cancelled' });
    expect(scene.ssm.commands).toHaveLength(1);
  });

  it('starts no further wave when the one at work had just ended', async () => {
    const scene = openSsm(10);
    const seen = await begin(scene);
    scene.ssm.finish();
    const { state } = await scene.runner.cancel(ssmSettings, awsJob, seen.state);
    expect(await look(scene, { ...seen, state })).toMatchObject({
      result: 'cancelled',
      summary: 'Stopped before wave 2 of 3.',
    });
  });

  it('stops what an interrupted look had sent', async () => {
    const scene = openSsm(10);
    const planned = await scene.runner.start(ssmSettings, awsJob);
    await scene.runner.observe(ssmSettings, awsJob, planned.state);
    const { state } = await scene.runner.cancel(ssmSettings, awsJob, planned.state);
    expect(await look(scene, { ...planned, state })).toMatchObject({ result: 'cancelled' });
    expect([...(scene.ssm.commands[0]?.statuses.values() ?? [])]).toEqual(['Cancelled']);
  });
});

describe('a look that was interrupted', () => {
  it('sends nothing twice', async () => {
    const scene = openSsm(120);
    const settings = { ...ssmSettings, wavesPercent: [100] };
    const planned = await scene.runner.start(settings, awsJob);
    scene.aws.faults.push({ action: 'ssm:SendCommand', times: 1, kind: 'lost' });
    await expect(scene.runner.observe(settings, awsJob, planned.state)).rejects.toMatchObject({
      code: 'aws-unreachable',
      retryable: true,
    });
    expect(scene.ssm.commands).toHaveLength(1);
    const seen = await scene.settle(settings, planned);
    expect(scene.ssm.commands.map(({ instanceIds }) => instanceIds.length)).toEqual([50, 50, 20]);
    scene.ssm.finish();
    expect(await look(scene, seen, settings)).toMatchObject({ result: 'success' });
  });
});

describe('waves', () => {
  it('hold every instance once, in order, none empty', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.nat(300), shares, (count, wavesPercent) => {
        const instances = Array.from({ length: count }, (_, index) => `i-${index}`);
        const waves = wavesOf(instances, wavesPercent);
        expect(waves.flat()).toEqual(instances);
        expect(waves.every(wave => wave.length > 0)).toBe(true);
        expect(waves.length).toBeLessThanOrEqual(wavesPercent.length);
      }),
    );
  });
});
