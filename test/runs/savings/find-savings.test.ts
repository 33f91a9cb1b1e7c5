import { describe, expect, it } from 'vitest';
import { createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import { defaultAws } from '../../../src/config/aws-schema.ts';
import { renderSavings } from '../../../src/results/savings.ts';
import { savingsActions } from '../../../src/runs/savings/actions.ts';
import { findSavings } from '../../../src/runs/savings/find-savings.ts';
import { type AwsHandler, AwsRefusal, createFakeAws, type FakeAws } from '../../fakes/aws/fake-aws.ts';

const now = new Date('2026-11-21T10:00:00Z');

/** An account with one thing for each rule. */
function account(changes: Readonly<Record<string, AwsHandler>> = {}): FakeAws {
  return createFakeAws({
    'ec2:DescribeInstances': () => ({
      reservationSet: {
        item: [{ instancesSet: { item: [{ instanceId: 'i-1', instanceType: 'm5.large' }] } }],
      },
    }),
    'monitoring:GetMetricData': ({ input }) => ({
      MetricDataResults: input.MetricDataQueries.map(({ Id }: { readonly Id: string }) => ({
        Id,
        Values: Array.from({ length: 14 }, () => 1),
      })),
    }),
    'ec2:DescribeVolumes': () => ({
      volumeSet: {
        item: [
          { volumeId: 'vol-1', volumeType: 'gp3', size: 100, status: 'available' },
          {
            volumeId: 'vol-2',
            volumeType: 'gp2',
            size: 50,
            status: 'in-use',
            attachmentSet: { item: [{ instanceId: 'i-1' }] },
          },
        ],
      },
    }),
    'ec2:DescribeSnapshots': () => ({
      snapshotSet: {
        item: [
          { snapshotId: 'snap-1', volumeSize: 10, startTime: '2026-01-01T00:00:00Z' },
          { snapshotId: 'snap-2', volumeSize: 10, startTime: '2026-01-01T00:00:00Z' },
        ],
      },
    }),
    'ec2:DescribeImages': () => ({
      imagesSet: { item: [{ blockDeviceMapping: { item: [{ ebs: { snapshotId: 'snap-2' } }] } }] },
    }),
    'ec2:DescribeAddresses': () => ({ addressesSet: { item: [{ publicIp: '203.0.113.7' }] } }),
    'logs:DescribeLogGroups': () => ({ logGroups: [{ logGroupName: '/app', storedBytes: 0 }] }),
    's3:GET /?max-buckets=1000&bucket-region=eu-west-1': () =>
      '<ListAllMyBucketsResult><Buckets><Bucket><Name>logs</Name></Bucket></Buckets></ListAllMyBucketsResult>',
    's3:GET /?lifecycle': () => {
      throw new AwsRefusal('NoSuchLifecycleConfiguration', 'none', 404);
    },
    ...changes,
  });
}

async function find(aws: FakeAws) {
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => now,
    credentials: () => Promise.resolve({ accessKeyId: 'own', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  const { limits } = defaultAws;
  return await findSavings({
    access: createAwsToolAccess(connector, {
      region: 'eu-west-1',
      reader: undefined,
      actor: undefined,
      limits,
    }),
    actor: 'mona',
    runId: 'run-1',
    regions: ['eu-west-1'],
    homeRegion: 'eu-west-1',
    days: 14,
    now,
  });
}

describe('looking for savings', () => {
  it('finds what each rule is about, in the named region', async () => {
    const aws = account();
    const report = await find(aws);
    expect(report.gaps).toEqual([]);
    expect(report.savings.map(({ rule, resource }) => `${rule} ${resource}`).toSorted()).toEqual([
      'bucket-without-lifecycle logs',
      'gp2-volume vol-2',
      'idle-instance i-1',
      'log-group-without-retention /app',
      'old-snapshot snap-1',
      'unattached-volume vol-1',
      'unused-address 203.0.113.7',
    ]);
    const ec2 = aws.actions().filter(action => action.startsWith('ec2:'));
    expect(savingsActions).toEqual(expect.arrayContaining(ec2));
    expect(report.monthlyUsd).toBe(83.23);
    expect(new Set(aws.calls.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
    expect(renderSavings(report)).toMatchSnapshot();
  });

  it.each([
    'ec2:DescribeInstances',
    'monitoring:GetMetricData',
    'ec2:DescribeVolumes',
    'ec2:DescribeSnapshots',
    'ec2:DescribeImages',
    'ec2:DescribeAddresses',
    'logs:DescribeLogGroups',
    's3:GET /?lifecycle',
  ])('says so when %s is denied, and finds the rest', async action => {
    const refuse: AwsHandler = () => {
      throw new AwsRefusal('AccessDenied', 'no', 403);
    };
    const report = await find(account({ [action]: refuse }));
    expect(report.gaps).toHaveLength(1);
    expect(report.savings.length).toBeGreaterThanOrEqual(5);
  });

  it('says nothing of an instance that was measured for a few days only', async () => {
    const report = await find(account({ 'monitoring:GetMetricData': () => ({ MetricDataResults: [] }) }));
    expect(report.savings.map(({ rule }) => rule)).not.toContain('idle-instance');
    expect(report.gaps).toMatchObject([{ what: 'Use of 1 instances' }]);
  });
});
