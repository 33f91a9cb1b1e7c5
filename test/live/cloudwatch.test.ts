import { describe, expect, it } from 'vitest';
import { noLimits } from '../tools/aws/call-aws-tool.ts';
import {
  callLive,
  liveEndpoint,
  liveRegion,
  liveServices,
  liveTitle,
  skipUnsupported,
  uniqueName,
} from './live-aws.ts';

describe.skipIf(liveEndpoint === undefined)(`CloudWatch live${liveTitle}`, () => {
  it('has metrics that are listed and read', async () => {
    const { sdk, client } = await liveServices().cloudWatch();
    const namespace = uniqueName('devops');
    const data = [{ MetricName: 'Queue', Value: 7, Timestamp: new Date(Date.now() - 120_000) }];
    await client.send(new sdk.PutMetricDataCommand({ Namespace: namespace, MetricData: data }));
    const listed = await callLive('cloudwatch_list_metrics', { namespace });
    expect(listed).toMatchObject({ kind: 'ok', value: { metrics: [{ metric: 'Queue' }] } });
    const metric = { namespace, metric: 'Queue', dimensions: {}, statistic: 'Maximum' };
    const read = await callLive('cloudwatch_get_metrics', { metrics: [metric], minutes: 15 });
    expect(read).toMatchObject({ kind: 'ok', value: { metrics: [{ summary: { largest: 7 } }] } });
  });

  it('has alarms that are created and deleted after an approval', async () => {
    const name = uniqueName('devops');
    const alarm = {
      name,
      namespace: 'AWS/EC2',
      metric: 'CPUUtilization',
      dimensions: { InstanceId: 'i-0123456789abcdef0' },
      statistic: 'Average',
      comparison: 'GreaterThanThreshold',
      threshold: 80,
      periodSeconds: 300,
      periods: 3,
    };
    expect((await callLive('cloudwatch_create_alarm', alarm)).kind).toBe('needs-approval');
    expect(await callLive('cloudwatch_create_alarm', alarm, { approve: true })).toMatchObject({ kind: 'ok' });
    expect(await callLive('cloudwatch_create_alarm', alarm)).toMatchObject({ code: 'alarm-exists' });
    const listed = await callLive('cloudwatch_list_alarms', { prefix: name });
    expect(listed).toMatchObject({
      kind: 'ok',
      value: { region: liveRegion, alarms: [{ name, threshold: 80 }] },
    });
    const removed = await callLive('cloudwatch_delete_alarms', { names: [name] }, { approve: true });
    expect(removed).toMatchObject({ kind: 'ok' });
    expect(await callLive('cloudwatch_list_alarms', { prefix: name })).toMatchObject({
      value: { alarms: [] },
    });
  });

  it('have a history', async context => {
    const history = await callLive('cloudwatch_alarm_history', { alarm: uniqueName('devops') });
    skipUnsupported(history, context);
    expect(history).toMatchObject({ kind: 'ok', value: { history: [] } });
  });

  it('are deleted only where they are there and managed', async () => {
    const names = [uniqueName('devops')];
    expect(await callLive('cloudwatch_delete_alarms', { names })).toMatchObject({
      kind: 'refused',
      code: 'aws-not-found',
    });
    const { sdk, client } = await liveServices().cloudWatch();
    const foreign = {
      AlarmName: names[0],
      Namespace: 'AWS/EC2',
      MetricName: 'CPUUtilization',
      Statistic: 'Average',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 80,
      Period: 300,
      EvaluationPeriods: 1,
    } as const;
    await client.send(new sdk.PutMetricAlarmCommand(foreign));
    const managedTag = { key: 'devops:managed', value: 'true' };
    const settings = { limits: { ...noLimits, managedTag } };
    expect(await callLive('cloudwatch_delete_alarms', { names }, { approve: true, settings })).toMatchObject({
      kind: 'refused',
      code: 'unmanaged',
    });
    expect(await callLive('cloudwatch_delete_alarms', { names }, { approve: true })).toMatchObject({
      kind: 'ok',
    });
  });
});
