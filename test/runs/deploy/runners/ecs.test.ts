import { describe, expect, it } from 'vitest';
import { createAwsConnector } from '../../../../src/clients/aws/aws-connector.ts';
import { createEcsClient } from '../../../../src/clients/aws/aws-ecs-client.ts';
import type {
  DeployRunner,
  EcsSettings,
  RunnerJob,
  RunnerObservation,
} from '../../../../src/contracts/deploy-runner.ts';
import { createEcsRunner } from '../../../../src/runs/deploy/runners/ecs.ts';
import { endOnRefusal } from '../../../../src/runs/deploy/runners/end-on-refusal.ts';
import { createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { createFakeEcs, type FakeEcs } from '../../../fakes/aws/fake-ecs.ts';
import { createFakeSts } from '../../../fakes/aws/fake-sts.ts';
import { awsJob, ssmSettings, startedAt } from './ssm-scene.ts';

const settings: EcsSettings = {
  type: 'ecs',
  aws: ssmSettings.aws,
  cluster: 'shop',
  service: 'web',
  container: 'app',
  image: 'registry.example/web',
  tag: '$sha',
  timeoutMinutes: 30,
};
const image = `registry.example/web:${awsJob.sha}`;

type Scene = {
  readonly aws: FakeAws;
  readonly ecs: FakeEcs;
  readonly runner: DeployRunner<EcsSettings>;
  readonly elapse: (ms: number) => void;
  /** Looks until something has to happen outside. */
  readonly settle: (from: RunnerObservation, job?: RunnerJob) => Promise<RunnerObservation>;
  readonly look: (from: RunnerObservation, job?: RunnerJob) => Promise<RunnerObservation>;
};

function open(): Scene {
  const ecs = createFakeEcs();
  const expiresAt = (): Date => new Date(Date.now() + 900_000);
  const aws = createFakeAws({ ...createFakeSts(expiresAt), ...ecs.handlers });
  let now = Date.parse(startedAt);
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => new Date(now),
    credentials: () => Promise.resolve({ accessKeyId: 'SERVER', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  const runner = endOnRefusal(
    createEcsRunner({
      ecsFor: (access, purpose) => createEcsClient(connector.clientConfig(access, purpose)),
      redact: text => text.replaceAll('hunter2', '***'),
      now: () => new Date(now),
    }),
  );
  const look: Scene['look'] = (from, job = awsJob) =>
    // A state is stored as JSON between looks.
    runner.observe(settings, job, JSON.parse(JSON.stringify(from.state)));
  return {
    aws,
    ecs,
    runner,
    look,
    elapse: ms => {
      now += ms;
    },
    async settle(from, job) {
      let seen = from;
      while (seen.kind === 'under-way' && seen.lookAgainMs === 0) seen = await look(seen, job);
      return seen;
    },
  };
}

/** Starts and goes on until ECS is at work. */
async function begin({ runner, settle }: Scene): Promise<RunnerObservation> {
  expect(await runner.validate(settings, awsJob)).toEqual([]);
  return await settle(await runner.start(settings, awsJob));
}

describe('a deployment to ECS', () => {
  it('registers a revision that differs in the image only and waits until the service is stable', async () => {
    const scene = open();
    let seen = await begin(scene);
    const [first, second] = scene.ecs.revisions;
    expect(second?.containers).toEqual([{ ...first?.containers[0], image }, first?.containers[1]]);
    expect(second?.tags).toEqual({ team: 'shop', 'devops-run': awsJob.key, 'devops-sha': awsJob.sha });
    expect(Object.keys(second?.input ?? {}).toSorted()).toEqual([
      'containerDefinitions',
      'cpu',
      'executionRoleArn',
      'family',
      'tags',
      'taskRoleArn',
    ]);
    expect(scene.ecs.service.deploymentConfiguration).toEqual({
      maximumPercent: 150,
      minimumHealthyPercent: 50,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    });
    seen = await scene.look(seen);
    expect(seen).toMatchObject({ progress: '0 of 2 tasks of the new revision run.', lookAgainMs: 15_000 });
    scene.ecs.settle('COMPLETED');
    expect(await scene.look(seen)).toMatchObject({
      result: 'success',
      summary: 'The service `web` is stable with 2 tasks of the new revision.',
    });
  });

  it('is as stable as its tasks where ECS keeps no rollout state', async () => {
    const scene = open();
    const seen = await begin(scene);
    scene.ecs.settle('COMPLETED');
    for (const deployment of scene.ecs.service.deployments) deployment.rolloutState = undefined;
    expect(await scene.look(seen)).toMatchObject({ result: 'success' });
  });

  it('reports what the circuit breaker did, with the reason of a stopped task', async () => {
    const scene = open();
    const seen = await begin(scene);
    const next = scene.ecs.service.taskDefinition;
    scene.ecs.stopped = [
      { taskDefinitionArn: scene.ecs.revisions[0]?.arn ?? '', reason: 'an old task' },
      { taskDefinitionArn: next, reason: 'CannotPullContainerError: pull with hunter2 failed' },
    ];
    scene.ecs.settle('FAILED');
    expect(await scene.look(seen)).toMatchObject({
      result: 'failure',
      code: 'circuit-breaker',
      firstError: {
        where: 'a task of the new revision',
        text: 'CannotPullContainerError: pull with *** failed',
      },
      summary: expect.stringContaining('ECS has given the service back the revision it ran before.'),
    });
  });

  it('falls back to the newest event since the start', async () => {
    const scene = open();
    const seen = await begin(scene);
    const at = Date.parse(startedAt) / 1000;
    scene.ecs.service.events = [
      { createdAt: at + 60, message: 'unable to place a task' },
      { createdAt: at - 60, message: 'an old event' },
    ];
    scene.ecs.settle('FAILED');
    expect(await scene.look(seen)).toMatchObject({
      firstError: { where: 'service "web"', text: 'unable to place a task' },
    });
  });

  it('tells when somebody else deploys, when it takes too long and when the service is gone', async () => {
    const scene = open();
    const seen = await begin(scene);
    scene.elapse(30 * 60_000 + 1);
    expect(await scene.look(seen)).toMatchObject({ result: 'failure', code: 'timed-out' });
    scene.ecs.service.taskDefinition = 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:99';
    expect(await scene.look(seen)).toMatchObject({ result: 'error', code: 'ecs-replaced' });
    scene.ecs.exists = false;
    expect(await scene.look(seen)).toMatchObject({ result: 'error', code: 'ecs-service-deleted' });
  });

  it('gives the service back what it ran when it is stopped', async () => {
    const scene = open();
    const seen = await begin(scene);
    const [first] = scene.ecs.revisions;
    const { kind, state } = await scene.runner.cancel(settings, awsJob, seen.state);
    expect(kind).toBe('requested');
    expect(scene.ecs.service.taskDefinition).toBe(first?.arn);
    expect(await scene.look({ ...seen, state })).toMatchObject({ kind: 'under-way' });
    scene.ecs.settle('COMPLETED');
    expect(await scene.look({ ...seen, state })).toMatchObject({ result: 'cancelled' });
  });
});

describe('going back', () => {
  const back: RunnerJob = { ...awsJob, key: 'back-1', isRollBack: true };

  it('takes the very revision that ran before', async () => {
    const scene = open();
    const [first] = scene.ecs.revisions;
    const seen = await begin(scene);
    scene.ecs.settle('COMPLETED');
    const old = { ...back, sha: 'old' };
    const started = await scene.runner.rollBack(settings, old, seen.state);
    const working = await scene.settle(started, old);
    expect(scene.ecs.service.taskDefinition).toBe(first?.arn);
    expect(scene.ecs.revisions).toHaveLength(2);
    scene.ecs.settle('COMPLETED');
    expect(await scene.look(working, old)).toMatchObject({ result: 'success' });
  });

  it('takes the revision that was registered for the commit, without what the deployment remembered', async () => {
    const scene = open();
    await begin(scene);
    const ours = scene.ecs.service.taskDefinition;
    scene.ecs.service.taskDefinition = scene.ecs.revisions[0]?.arn ?? '';
    const started = await scene.runner.rollBack(settings, back, undefined);
    await scene.settle(started, back);
    expect(scene.ecs.service.taskDefinition).toBe(ours);
    expect(scene.ecs.revisions).toHaveLength(2);
  });

  it('registers one when there is none left', async () => {
    const scene = open();
    const seen = await begin(scene);
    const other = { ...back, sha: 'f'.repeat(40) };
    await scene.settle(await scene.runner.rollBack(settings, other, seen.state), other);
    expect(scene.ecs.revisions.at(-1)?.containers[0]?.image).toBe(`registry.example/web:${other.sha}`);
  });
});

describe('a look that was interrupted', () => {
  it.each([
    ['ecs:RegisterTaskDefinition', 1],
    // As often as the SDK tries by itself: the same update again changes nothing.
    ['ecs:UpdateService', 3],
  ])('makes one revision and one deployment when the answer to %s is lost', async (action, times) => {
    const scene = open();
    const started = await scene.runner.start(settings, awsJob);
    scene.aws.faults.push({ action, times, kind: 'lost' });
    await expect(scene.settle(started)).rejects.toMatchObject({ retryable: true });
    const seen = await scene.settle(started);
    expect(scene.ecs.revisions).toHaveLength(2);
    expect(scene.ecs.service.taskDefinition).toBe(scene.ecs.revisions[1]?.arn);
    expect(scene.ecs.service.deployments).toHaveLength(2);
    scene.ecs.settle('COMPLETED');
    expect(await scene.look(seen)).toMatchObject({ result: 'success' });
  });
});

describe('what does not begin', () => {
  async function codesOf(
    change: (ecs: FakeEcs) => void,
    own: Partial<EcsSettings> = {},
    job: Partial<RunnerJob> = {},
  ): Promise<readonly string[]> {
    const scene = open();
    change(scene.ecs);
    const problems = await scene.runner.validate({ ...settings, ...own }, { ...awsJob, ...job });
    expect(scene.aws.actions()).not.toContain('ecs:RegisterTaskDefinition');
    return problems.map(({ code }) => code);
  }
  const nothing = (): void => undefined;

  it.each([
    [
      'a service that does not exist',
      (ecs: FakeEcs): void => {
        ecs.exists = false;
      },
      'ecs-service-not-found',
    ],
    [
      'a service that is going away',
      (ecs: FakeEcs): void => {
        ecs.service.status = 'DRAINING';
      },
      'ecs-service-not-found',
    ],
    [
      'a service of CodeDeploy',
      (ecs: FakeEcs): void => {
        ecs.service.controller = 'CODE_DEPLOY';
      },
      'ecs-controller-unsupported',
    ],
  ] as const)('is %s', async (_, change, code) => {
    expect(await codesOf(change)).toEqual([code]);
  });

  it('is a container that is not there, a tag that is none, a parameter that would be lost', async () => {
    expect(await codesOf(nothing, { container: 'ap' })).toEqual(['ecs-container-not-found']);
    expect(await codesOf(nothing, { tag: '$param.tag' }, { parameters: { tag: 'a b' } })).toEqual([
      'ecs-tag-invalid',
    ]);
    expect(await codesOf(nothing, {}, { parameters: { size: 'large' } })).toEqual(['parameter-not-taken']);
    expect(await codesOf(nothing, { tag: '$param.tag' }, { parameters: { tag: 'v1.2' } })).toEqual([]);
  });

  it.each([
    ['sts:AssumeRole', 'AccessDenied', 403, 'aws-denied'],
    ['ecs:DescribeServices', 'ClusterNotFoundException', 400, 'aws-not-found'],
    ['ecs:DescribeTaskDefinition', 'AccessDeniedException', 400, 'aws-denied'],
    ['ecs:RegisterTaskDefinition', 'AccessDeniedException', 400, 'aws-denied'],
    ['ecs:UpdateService', 'ExpiredTokenException', 400, 'aws-expired-credentials'],
  ])('ends truthfully when %s is answered %s (%i)', async (action, code, status, expected) => {
    const scene = open();
    scene.aws.faults.push({ action, times: 99, kind: 'refuse', code, status });
    const ended = await scene.settle(await scene.runner.start(settings, awsJob));
    expect(ended).toMatchObject({ kind: 'finished', result: 'error', code: expected });
    expect(scene.ecs.service.deployments).toHaveLength(1);
  });
});
