import * as cloudWatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as iam from '@aws-sdk/client-iam';
import * as hub from '@aws-sdk/client-securityhub';
import * as sns from '@aws-sdk/client-sns';
import { controls } from '../../../src/controls/index.ts';
import { uniqueName } from '../live-aws.ts';
import { accountId, type ControlState, liveRegion, services } from './state.ts';
import { makeTrail, startTrail } from './trails.ts';

/** The pattern of the control's own remedy: what it tells people to type must satisfy it. */
function ownPattern(id: string): string {
  const commands = controls.find(control => control.id === id)?.remedy.commands ?? [];
  const pattern = /--filter-pattern '(.*)'$/.exec(commands[0] ?? '')?.[1];
  if (pattern === undefined) throw new Error(`no pattern in the remedy of ${id}`);
  return pattern;
}

/** A trail over all regions that writes to a log group. */
async function makeTrailWithGroup(): Promise<string> {
  const { client } = await services.cloudWatchLogs();
  const logGroupName = uniqueName('audit');
  await client.send(new logs.CreateLogGroupCommand({ logGroupName }));
  const CloudWatchLogsLogGroupArn = `arn:aws:logs:${liveRegion}:${await accountId()}:log-group:${logGroupName}:*`;
  const { arn } = await makeTrail({
    IsMultiRegionTrail: true,
    CloudWatchLogsLogGroupArn,
    CloudWatchLogsRoleArn: await makeLogRole(),
  });
  await startTrail(arn);
  return logGroupName;
}

async function makeLogRole(): Promise<string> {
  const { client } = await services.iam();
  const trust = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  const { Role } = await client.send(
    new iam.CreateRoleCommand({
      RoleName: uniqueName('audit'),
      AssumeRolePolicyDocument: JSON.stringify(trust),
    }),
  );
  return Role?.Arn ?? '';
}

/** A topic with a subscription that needs no confirmation by hand. */
async function makeHeardTopic(): Promise<string> {
  const { client } = await services.sns();
  const { TopicArn = '' } = await client.send(new sns.CreateTopicCommand({ Name: uniqueName('audit') }));
  const Endpoint = `arn:aws:lambda:${liveRegion}:${await accountId()}:function:audit`;
  await client.send(new sns.SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint }));
  return TopicArn;
}

/** Filter, alarm and topic for one control; without the pattern, a filter that hears of nothing. */
function alarmState(id: string): ControlState {
  const link = async (logGroupName: string, filterPattern: string): Promise<void> => {
    const metricName = uniqueName('audit');
    const transformation = { metricName, metricNamespace: 'Audit', metricValue: '1' };
    await (await services.cloudWatchLogs()).client.send(
      new logs.PutMetricFilterCommand({
        logGroupName,
        filterName: `audit-${id}`,
        filterPattern,
        metricTransformations: [transformation],
      }),
    );
    await (await services.cloudWatch()).client.send(
      new cloudWatch.PutMetricAlarmCommand({
        AlarmName: metricName,
        MetricName: metricName,
        Namespace: 'Audit',
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        AlarmActions: [await makeHeardTopic()],
      }),
    );
  };
  return {
    id,
    async bad() {
      await link(await makeTrailWithGroup(), '{ $.eventName = NothingOfThis }');
      return { resource: 'account' };
    },
    async good() {
      await link(await makeTrailWithGroup(), ownPattern(id));
      return { resource: 'account' };
    },
  };
}

export const monitoringStates: readonly ControlState[] = [
  ...Array.from({ length: 15 }, (_, index) => alarmState(`4.${index + 1}`)),
  {
    id: '4.16',
    async bad() {
      const { client } = await services.securityHub();
      await client.send(new hub.DisableSecurityHubCommand({})).catch((error: unknown) => {
        const isOff =
          error instanceof hub.InvalidAccessException || error instanceof hub.ResourceNotFoundException;
        if (!isOff) throw error;
      });
      return { resource: liveRegion };
    },
    async good() {
      const { client } = await services.securityHub();
      await client.send(new hub.EnableSecurityHubCommand({}));
      return { resource: liveRegion };
    },
  },
];
