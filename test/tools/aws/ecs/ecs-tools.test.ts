import { describe, expect, it } from 'vitest';
import { createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const arn = 'arn:aws:ecs:eu-central-1:111122223333:service/shop/web';
const named = { cluster: 'shop', service: 'web' };

function account(service: object = {}): FakeAws {
  let desired = 2;
  const web = () => ({
    serviceName: 'web',
    serviceArn: arn,
    status: 'ACTIVE',
    desiredCount: desired,
    runningCount: 2,
    deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED' }],
    tags: [{ key: 'team', value: 'shop' }],
    events: [{ message: 'steady state' }],
    ...service,
  });
  return createFakeAws({
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    'ecs:ListClusters': () => ({ clusterArns: ['arn:shop'] }),
    'ecs:DescribeClusters': () => ({ clusters: [{ clusterName: 'shop', runningTasksCount: 2 }] }),
    'ecs:ListServices': () => ({ serviceArns: Array.from({ length: 12 }, (_, index) => `arn:${index}`) }),
    'ecs:DescribeServices': ({ input }) => ({
      services: input.services.includes('gone') ? [] : [web()],
    }),
    'ecs:ListTasks': () => ({ taskArns: ['arn:aws:ecs:eu-central-1:111122223333:task/shop/abc'] }),
    'ecs:DescribeTasks': () => ({
      tasks: [
        {
          taskArn: 'arn:aws:ecs:eu-central-1:111122223333:task/shop/abc',
          stoppedReason: 'OutOfMemory',
          containers: [{ name: 'app', exitCode: 137 }],
        },
      ],
    }),
    'ecs:UpdateService': ({ input }) => {
      desired = input.desiredCount ?? desired;
      return { service: { ...web(), deployments: [{ id: 'd-2', rolloutState: 'IN_PROGRESS' }] } };
    },
  });
}

describe('ECS', () => {
  it('lists clusters, services in tens, and tasks with why they stopped', async () => {
    const aws = account();
    const region = 'eu-west-3';
    expect(await callAwsTool(aws, 'ecs_list_clusters', { region })).toMatchObject({
      value: { clusters: [{ name: 'shop', running: 2 }] },
    });
    expect(await callAwsTool(aws, 'ecs_list_services', { region, cluster: 'shop' })).toMatchObject({
      kind: 'ok',
    });
    const described = aws.calls.filter(({ action }) => action === 'ecs:DescribeServices');
    expect(described.map(({ input }) => input.services.length)).toEqual([10, 2]);
    expect(
      await callAwsTool(aws, 'ecs_list_tasks', { region, cluster: 'shop', state: 'STOPPED' }),
    ).toMatchObject({
      value: { tasks: [{ id: 'abc', reason: 'OutOfMemory', containers: [{ exitCode: 137 }] }] },
    });
    expect(new Set(aws.calls.map(call => call.region))).toEqual(new Set([region]));
  });

  it('describes a service, or says that there is none', async () => {
    expect(await callAwsTool(account(), 'ecs_describe_service', named)).toMatchObject({
      value: { arn, desired: 2, tags: { team: 'shop' }, events: [{ message: 'steady state' }] },
    });
    const gone = { ...named, service: 'gone' };
    expect(await callAwsTool(account(), 'ecs_describe_service', gone)).toMatchObject({
      code: 'aws-not-found',
    });
  });

  it('scales a service by approval, allowed for this service alone', async () => {
    const aws = account();
    const input = { ...named, desired: 4 };
    expect(await callAwsTool(aws, 'ecs_scale_service', input)).toMatchObject({
      kind: 'needs-approval',
      plan: {
        summary: 'Sets the tasks of shop/web in eu-central-1 from 2 to 4.',
        grants: [{ actions: ['ecs:UpdateService'], resources: [arn] }],
      },
    });
    expect(aws.actions()).not.toContain('ecs:UpdateService');
    expect(await callAwsTool(aws, 'ecs_scale_service', input, { approvedBy: 'hubot' })).toMatchObject({
      kind: 'ok',
      value: { desired: 4 },
    });
  });

  it('restarts a service by approval, not while a deployment is under way', async () => {
    const approvedBy = 'hubot';
    expect(await callAwsTool(account(), 'ecs_force_new_deployment', named, { approvedBy })).toMatchObject({
      kind: 'ok',
      value: { deployment: 'd-2' },
    });
    const busy = account({ deployments: [{ status: 'PRIMARY' }, { status: 'ACTIVE' }] });
    expect(await callAwsTool(busy, 'ecs_force_new_deployment', named, { approvedBy })).toMatchObject({
      kind: 'refused',
      code: 'deployment-under-way',
    });
    expect(busy.actions()).not.toContain('ecs:UpdateService');
  });
});
