import { describe, expect, it } from 'vitest';
import { createAwsConnector } from '../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../src/clients/aws/tool-access.ts';
import { defaultAws } from '../../src/config/aws-schema.ts';
import { defaultHealth } from '../../src/config/health-schema.ts';
import { checkHealth } from '../../src/runs/health/check-health.ts';
import { findSavings } from '../../src/runs/savings/find-savings.ts';
import { liveEndpoint, liveServices, liveTitle, liveVariables, uniqueName } from './live-aws.ts';

const region = 'eu-west-2';

function account() {
  const connector = createAwsConnector({
    endpointUrl: liveEndpoint,
    now: () => new Date(),
    credentials: () =>
      Promise.resolve({
        accessKeyId: liveVariables['AWS_ACCESS_KEY_ID'] ?? 'test',
        secretAccessKey: liveVariables['AWS_SECRET_ACCESS_KEY'] ?? 'test',
      }),
  });
  const { limits } = defaultAws;
  return {
    access: createAwsToolAccess(connector, { region, reader: undefined, actor: undefined, limits }),
    actor: 'mona',
    runId: 'live',
    regions: [region],
    homeRegion: region,
    now: new Date(),
  };
}

describe.skipIf(liveEndpoint === undefined)(`Health live${liveTitle}`, () => {
  it('shows an alarm in both states, and an instance that is too busy', async () => {
    const name = uniqueName('devops');
    const { sdk, client } = await liveServices(region).cloudWatch();
    const ec2 = await liveServices(region).ec2();
    const { Images = [] } = await ec2.client.send(new ec2.sdk.DescribeImagesCommand({ Owners: ['amazon'] }));
    const started = await ec2.client.send(
      new ec2.sdk.RunInstancesCommand({ ImageId: Images[0]?.ImageId, MinCount: 1, MaxCount: 1 }),
    );
    const id = started.Instances?.[0]?.InstanceId ?? '';
    const cpu = { MetricName: 'CPUUtilization', Value: 97, Timestamp: new Date(Date.now() - 240_000) };
    const MetricData = [{ ...cpu, Dimensions: [{ Name: 'InstanceId', Value: id }] }];
    await client.send(new sdk.PutMetricDataCommand({ Namespace: 'AWS/EC2', MetricData }));
    await client.send(
      new sdk.PutMetricAlarmCommand({
        AlarmName: name,
        Namespace: 'AWS/EC2',
        MetricName: 'CPUUtilization',
        Statistic: 'Average',
        ComparisonOperator: 'GreaterThanThreshold',
        Threshold: 80,
        Period: 300,
        EvaluationPeriods: 1,
      }),
    );
    for (const [state, health] of [
      ['OK', 'healthy'],
      ['ALARM', 'critical'],
    ] as const) {
      await client.send(
        new sdk.SetAlarmStateCommand({ AlarmName: name, StateValue: state, StateReason: 'a test' }),
      );
      const report = await checkHealth({ ...account(), settings: defaultHealth });
      expect(report.resources).toContainEqual(expect.objectContaining({ name, health }));
      expect(report.resources).toContainEqual(expect.objectContaining({ name: id, health: 'critical' }));
      expect(report.gaps).toEqual([]);
    }
  });
});

describe.skipIf(liveEndpoint === undefined)(`Savings live${liveTitle}`, () => {
  it('finds what costs without need, and not what is in use', async () => {
    const { sdk, client } = await liveServices(region).ec2();
    const volume = await client.send(
      new sdk.CreateVolumeCommand({ AvailabilityZone: `${region}a`, Size: 100, VolumeType: 'gp3' }),
    );
    const address = await client.send(new sdk.AllocateAddressCommand({ Domain: 'vpc' }));
    const logs = await liveServices(region).cloudWatchLogs();
    const [kept, ended] = [uniqueName('/devops/kept'), uniqueName('/devops/ended')];
    for (const logGroupName of [kept, ended]) {
      await logs.client.send(new logs.sdk.CreateLogGroupCommand({ logGroupName }));
    }
    const retention = { logGroupName: ended, retentionInDays: 30 };
    await logs.client.send(new logs.sdk.PutRetentionPolicyCommand(retention));
    const s3 = await liveServices(region).s3();
    const Bucket = uniqueName('devops-bucket');
    await s3.client.send(
      new s3.sdk.CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    const { savings, gaps } = await findSavings({ ...account(), days: 14 });
    const found = savings.map(({ rule, resource }) => `${rule} ${resource}`);
    expect(found).toEqual(
      expect.arrayContaining([
        `unattached-volume ${volume.VolumeId}`,
        `unused-address ${address.PublicIp}`,
        `log-group-without-retention ${kept}`,
        `bucket-without-lifecycle ${Bucket}`,
      ]),
    );
    expect(found).not.toContain(`log-group-without-retention ${ended}`);
    expect(gaps.filter(({ what }) => !what.startsWith('Use of'))).toEqual([]);
  });
});
