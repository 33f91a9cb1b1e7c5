import { describe, expect, it } from 'vitest';
import { createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import { defaultAws } from '../../../src/config/aws-schema.ts';
import { defaultHealth } from '../../../src/config/health-schema.ts';
import { renderHealth } from '../../../src/results/health.ts';
import { checkHealth } from '../../../src/runs/health/check-health.ts';
import { type AwsHandler, AwsRefusal, createFakeAws, type FakeAws } from '../../fakes/aws/fake-aws.ts';

const now = new Date('2026-11-21T10:00:00Z');
const id = 'i-0123456789abcdef0';

/** An account in which one thing of each kind is well. */
function account(changes: Readonly<Record<string, AwsHandler>> = {}): FakeAws {
  return createFakeAws({
    'ec2:DescribeRegions': () => ({
      regionInfo: { item: [{ regionName: 'eu-west-1' }, { regionName: 'eu-west-2' }] },
    }),
    'ec2:DescribeInstances': () => ({
      reservationSet: {
        item: [
          {
            instancesSet: {
              item: [
                { instanceId: id, instanceState: { name: 'running' } },
                { instanceId: 'i-2', instanceState: { name: 'stopped' } },
              ],
            },
          },
        ],
      },
    }),
    'ec2:DescribeInstanceStatus': () => ({
      instanceStatusSet: {
        item: [{ instanceId: id, systemStatus: { status: 'ok' }, instanceStatus: { status: 'ok' } }],
      },
    }),
    'monitoring:ListMetrics': ({ input }) => ({
      Metrics: [
        {
          Namespace: 'CWAgent',
          MetricName: input.MetricName,
          Dimensions: [
            { Name: 'InstanceId', Value: id },
            { Name: 'path', Value: '/' },
          ],
        },
      ],
    }),
    'monitoring:GetMetricData': ({ input }) => ({
      MetricDataResults: input.MetricDataQueries.map(
        (query: { Id: string; MetricStat: { Metric: { MetricName: string } } }) => ({
          Id: query.Id,
          Values: [valueOf(query.MetricStat.Metric.MetricName)],
        }),
      ),
    }),
    'monitoring:DescribeAlarms': () => ({ MetricAlarms: [{ AlarmName: 'cpu', StateValue: 'OK' }] }),
    'ecs:ListClusters': () => ({ clusterArns: ['arn:aws:ecs:eu-west-1:111122223333:cluster/shop'] }),
    'ecs:ListServices': () => ({ serviceArns: ['arn:web'] }),
    'ecs:DescribeServices': () => ({
      services: [
        {
          serviceName: 'web',
          status: 'ACTIVE',
          desiredCount: 2,
          runningCount: 2,
          deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED' }],
        },
      ],
    }),
    'rds:DescribeDBInstances': () => ({
      DBInstances: {
        DBInstance: [
          {
            DBInstanceIdentifier: 'orders',
            DBInstanceStatus: 'available',
            AllocatedStorage: 20,
            Engine: 'postgres',
          },
        ],
      },
    }),
    'lambda:GET /2015-03-31/functions': () => ({ Functions: [{ FunctionName: 'checkout' }] }),
    ...changes,
  });
}

function valueOf(metric: string): number {
  const values: Readonly<Record<string, number>> = {
    FreeStorageSpace: 10 * 1024 ** 3,
    Invocations: 100,
    Errors: 0,
    Throttles: 0,
  };
  return values[metric] ?? 20;
}

async function check(aws: FakeAws, regions: readonly string[] = ['eu-west-1'], patienceMs = 20_000) {
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => now,
    credentials: () => Promise.resolve({ accessKeyId: 'own', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  return await checkHealth({
    access: createAwsToolAccess(connector, {
      region: 'eu-west-1',
      reader: undefined,
      actor: undefined,
      limits: defaultAws.limits,
    }),
    actor: 'mona',
    runId: 'run-1',
    regions,
    homeRegion: 'eu-west-1',
    settings: defaultHealth,
    now,
    patienceMs,
  });
}

const refuse =
  (code: string): AwsHandler =>
  () => {
    throw new AwsRefusal(code, code, 403);
  };

describe('health', () => {
  it('reads instances, alarms, services, databases and functions, with memory and disk where the agent tells', async () => {
    const report = await check(account());
    expect(report).toMatchObject({
      health: 'healthy',
      stopped: 1,
      summary: { healthy: 5, unknown: 0 },
      gaps: [],
    });
    const instance = report.resources.find(({ kind }) => kind === 'EC2 instance');
    expect(instance?.checks.map(one => one.check)).toEqual([
      'System status',
      'Instance status',
      'CPU',
      'Memory',
      'Disk',
    ]);
    const database = report.resources.find(({ kind }) => kind === 'RDS database');
    expect(database?.checks).toContainEqual(expect.objectContaining({ check: 'Storage', found: '50 %' }));
  });

  it('looks at every enabled region when none is named, each through its own clients', async () => {
    const aws = account();
    const report = await check(aws, []);
    expect(report.regions).toEqual(['eu-west-1', 'eu-west-2']);
    const asked = (region: string) =>
      aws.calls.filter(call => call.region === region).map(({ action }) => action);
    expect(asked('eu-west-2')).toContain('ec2:DescribeInstances');
    expect(asked('eu-west-2')).toContain('lambda:GET /2015-03-31/functions');
  });

  it('is unknown when the regions are not told', async () => {
    const report = await check(account({ 'ec2:DescribeRegions': refuse('UnauthorizedOperation') }), []);
    expect(report).toMatchObject({ health: 'unknown', regions: [], gaps: [{ what: 'Regions' }] });
  });

  it.each([
    'ec2:DescribeInstances',
    'ec2:DescribeInstanceStatus',
    'monitoring:ListMetrics',
    'monitoring:GetMetricData',
    'monitoring:DescribeAlarms',
    'ecs:ListClusters',
    'ecs:DescribeServices',
    'rds:DescribeDBInstances',
    'lambda:GET /2015-03-31/functions',
  ])('is never healthy when %s is denied', async action => {
    const report = await check(account({ [action]: refuse('AccessDenied') }));
    expect(report.health).toBe('unknown');
    expect(report.summary.unknown + report.gaps.length).toBeGreaterThan(0);
    expect(report.summary.healthy).toBeGreaterThan(0);
  });

  it.each([
    ['ExpiredToken', ['eu-west-1'], 'aws-expired-credentials'],
    ['InvalidClientTokenId', [], 'aws-invalid-credentials'],
  ])('ends at once when everything answers %s', async (name, regions, code) => {
    const aws = account();
    aws.faults.push({ action: '*', times: 1_000, kind: 'refuse', code: name, status: 403 });
    await expect(check(aws, regions)).rejects.toMatchObject({ code });
  });

  it('tells what AWS throttled after its tries', async () => {
    const aws = account();
    aws.faults.push({
      action: 'ecs:ListClusters',
      times: 5,
      kind: 'refuse',
      code: 'ThrottlingException',
      status: 400,
    });
    const report = await check(aws);
    expect(report).toMatchObject({ health: 'unknown', gaps: [{ what: 'ECS services' }] });
  });

  it('does not wait for an answer that does not come', async () => {
    const aws = account();
    const { requestHandler } = aws;
    const silent = {
      ...aws,
      requestHandler: {
        ...requestHandler,
        handle: (request: never, options: never) =>
          JSON.stringify(request).includes('lambda')
            ? new Promise(() => undefined)
            : (requestHandler as { handle: (request: never, options: never) => unknown }).handle(
                request,
                options,
              ),
      } as unknown as FakeAws['requestHandler'],
    };
    const report = await check(silent, ['eu-west-1'], 300);
    expect(report.gaps).toContainEqual(
      expect.objectContaining({
        what: 'Lambda functions',
        why: 'AWS in eu-west-1 did not answer within 0.3 seconds.',
      }),
    );
    expect(report.health).toBe('unknown');
  });

  it('is a table in which no text of AWS is more than text', async () => {
    const report = await check(
      account({
        'monitoring:DescribeAlarms': () => ({
          MetricAlarms: [
            {
              AlarmName: 'a|b` @mona',
              StateValue: 'ALARM',
              StateReason: '<img src=x> closes #1 | @octo-org/all',
            },
          ],
        }),
      }),
    );
    const text = renderHealth(report);
    expect(text).toContain('🔴 critical: 1 critical, 0 warning, 0 unknown, 4 healthy');
    expect(text).not.toMatch(/<img|#1 |[^`]@octo/);
    expect(text).toMatchSnapshot();
  });
});
