import { type AwsHandler, AwsRefusal } from './fake-aws.ts';

type Container = { readonly name: string; readonly image: string; readonly environment?: readonly object[] };

export type FakeRevision = {
  readonly arn: string;
  readonly family: string;
  readonly containers: readonly Container[];
  readonly tags: Readonly<Record<string, string>>;
  /** As registered. */
  readonly input: Readonly<Record<string, unknown>>;
};

/** A service with the deployments that ECS shows for it. */
export type FakeEcs = {
  readonly revisions: FakeRevision[];
  readonly service: {
    status: string;
    controller: string;
    taskDefinition: string;
    deploymentConfiguration: Record<string, unknown>;
    deployments: {
      taskDefinition: string;
      status: string;
      rolloutState: string | undefined;
      running: number;
    }[];
    events: { createdAt: number; message: string }[];
  };
  exists: boolean;
  stopped: { taskDefinitionArn: string; reason: string }[];
  readonly handlers: Readonly<Record<string, AwsHandler>>;
  /** Ends the rollout that is under way; a failed one goes back, as the circuit breaker does. */
  settle(outcome: 'COMPLETED' | 'FAILED'): void;
};

const cluster = 'arn:aws:ecs:eu-central-1:111122223333:cluster/shop';
const family = 'web';
const desired = 2;

export function createFakeEcs(): FakeEcs {
  const first = revision(1, [
    { name: 'app', image: 'registry.example/web:old', environment: [{ name: 'STAGE', value: 'staging' }] },
    { name: 'proxy', image: 'registry.example/proxy:1' },
  ]);
  const ecs: FakeEcs = {
    revisions: [first],
    exists: true,
    service: {
      status: 'ACTIVE',
      controller: 'ECS',
      taskDefinition: first.arn,
      deploymentConfiguration: { maximumPercent: 150, minimumHealthyPercent: 50 },
      deployments: [
        { taskDefinition: first.arn, status: 'PRIMARY', rolloutState: 'COMPLETED', running: desired },
      ],
      events: [],
    },
    stopped: [],
    handlers: {
      'ecs:DescribeServices': () => ({ services: ecs.exists ? [serviceOf(ecs)] : [], failures: [] }),
      'ecs:DescribeTaskDefinition': ({ input }) => describeRevision(ecs, input.taskDefinition),
      'ecs:ListTaskDefinitions': ({ input }) => ({
        taskDefinitionArns: ecs.revisions
          .map(({ arn }) => arn)
          .toReversed()
          .slice(0, input.maxResults),
      }),
      'ecs:RegisterTaskDefinition': ({ input }) => registerRevision(ecs, input),
      'ecs:UpdateService': ({ input }) => updateService(ecs, input),
      'ecs:ListTasks': () => ({ taskArns: ecs.stopped.map((_, index) => `task-${index}`) }),
      'ecs:DescribeTasks': () => ({
        tasks: ecs.stopped.map(({ taskDefinitionArn, reason }) => ({
          taskDefinitionArn,
          containers: [{ reason }],
          stoppedReason: 'Task failed to start',
        })),
      }),
    },
    settle(outcome) {
      const { service } = ecs;
      const [ours, before] = service.deployments;
      if (ours === undefined) return;
      if (outcome === 'COMPLETED') {
        service.deployments = [{ ...ours, rolloutState: 'COMPLETED', running: desired }];
        return;
      }
      const back = before?.taskDefinition ?? '';
      service.taskDefinition = back;
      service.deployments = [
        { taskDefinition: back, status: 'PRIMARY', rolloutState: 'IN_PROGRESS', running: desired },
        { ...ours, status: 'ACTIVE', rolloutState: 'FAILED' },
      ];
    },
  };
  return ecs;
}

function revision(number: number, containers: readonly Container[]): FakeRevision {
  const arn = `arn:aws:ecs:eu-central-1:111122223333:task-definition/${family}:${number}`;
  return { arn, family, containers, tags: { team: 'shop' }, input: {} };
}

function serviceOf({ service }: FakeEcs): object {
  return {
    serviceArn: 'arn:aws:ecs:eu-central-1:111122223333:service/shop/web',
    clusterArn: cluster,
    status: service.status,
    taskDefinition: service.taskDefinition,
    deploymentController: { type: service.controller },
    deploymentConfiguration: service.deploymentConfiguration,
    deployments: service.deployments.map(({ running, ...deployment }) => ({
      ...deployment,
      runningCount: running,
      desiredCount: desired,
    })),
    events: service.events,
  };
}

function describeRevision(ecs: FakeEcs, arn: string): object {
  const found = ecs.revisions.find(candidate => candidate.arn === arn);
  if (found === undefined) throw new AwsRefusal('ClientException', 'Unable to describe task definition.');
  return {
    taskDefinition: {
      taskDefinitionArn: found.arn,
      family: found.family,
      revision: Number(found.arn.split(':').at(-1)),
      status: 'ACTIVE',
      registeredAt: 1_700_000_000,
      registeredBy: 'arn:aws:iam::111122223333:user/mona',
      requiresAttributes: [{ name: 'ecs.capability' }],
      compatibilities: ['FARGATE'],
      taskRoleArn: 'arn:aws:iam::111122223333:role/web-task',
      executionRoleArn: 'arn:aws:iam::111122223333:role/web-execution',
      cpu: '256',
      containerDefinitions: found.containers,
    },
    tags: Object.entries(found.tags).map(([key, value]) => ({ key, value })),
  };
}

function registerRevision(
  ecs: FakeEcs,
  input: {
    readonly containerDefinitions: readonly Container[];
    readonly tags: readonly { readonly key: string; readonly value: string }[];
  },
): object {
  const next: FakeRevision = {
    ...revision(ecs.revisions.length + 1, input.containerDefinitions),
    tags: Object.fromEntries(input.tags.map(({ key, value }) => [key, value])),
    input,
  };
  ecs.revisions.push(next);
  return { taskDefinition: { taskDefinitionArn: next.arn } };
}

function updateService(
  ecs: FakeEcs,
  input: { readonly taskDefinition: string; readonly deploymentConfiguration: Record<string, unknown> },
): object {
  const { service } = ecs;
  service.deploymentConfiguration = input.deploymentConfiguration;
  if (service.taskDefinition !== input.taskDefinition) {
    const before = service.deployments.filter(({ status }) => status === 'PRIMARY');
    service.taskDefinition = input.taskDefinition;
    service.deployments = [
      { taskDefinition: input.taskDefinition, status: 'PRIMARY', rolloutState: 'IN_PROGRESS', running: 0 },
      ...before.map(deployment => ({ ...deployment, status: 'ACTIVE' })),
    ];
  }
  return { service: serviceOf(ecs) };
}
