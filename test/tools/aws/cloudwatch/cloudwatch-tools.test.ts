import { describe, expect, it } from 'vitest';
import { AwsRefusal, createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool, noLimits } from '../call-aws-tool.ts';

const at = (minute: number): number => Date.parse(`2026-11-21T09:${minute}:00Z`) / 1000;
const cpu = {
  namespace: 'AWS/EC2',
  metric: 'CPUUtilization',
  dimensions: { InstanceId: 'i-0123456789abcdef0' },
  statistic: 'Average',
};
const alarm = {
  AlarmName: 'web-cpu',
  StateValue: 'ALARM',
  StateReason: 'over 80',
  Namespace: 'AWS/EC2',
  MetricName: 'CPUUtilization',
  Threshold: 80,
};
const identity = { 'sts:GetCallerIdentity': () => ({ Account: '111122223333' }) };
const toCreate = {
  region: 'eu-west-1',
  name: 'web-cpu',
  namespace: 'AWS/EC2',
  metric: 'CPUUtilization',
  dimensions: {},
  statistic: 'Average',
  comparison: 'GreaterThanThreshold',
  threshold: 80,
  periodSeconds: 300,
  periods: 3,
};

describe('CloudWatch metrics', () => {
  it('are listed in the named region, over pages, up to the limit', async () => {
    const aws = createFakeAws({
      'monitoring:ListMetrics': ({ input }) => ({
        Metrics: [{ Namespace: 'AWS/EC2', MetricName: `m${input.NextToken ?? 0}`, Dimensions: [] }],
        NextToken: String(Number(input.NextToken ?? 0) + 1),
      }),
    });
    const result = await callAwsTool(aws, 'cloudwatch_list_metrics', { region: 'eu-west-3', limit: 2 });
    expect(result).toMatchObject({
      kind: 'ok',
      value: { region: 'eu-west-3', metrics: [{ metric: 'm0' }, { metric: 'm1' }] },
      cut: 'only the first 2 are given; there are more',
    });
    expect(aws.calls.map(({ region }) => region)).toEqual(['eu-west-3', 'eu-west-3', 'eu-west-3']);
  });

  it('are read over a window that ends now, with a summary; no values is not zero', async () => {
    const aws = createFakeAws({
      'monitoring:GetMetricData': () => ({
        MetricDataResults: [{ Id: 'm0', Timestamps: [at(10), at(15)], Values: [20, 40] }],
      }),
    });
    const result = await callAwsTool(aws, 'cloudwatch_get_metrics', {
      metrics: [cpu, { ...cpu, metric: 'NetworkIn' }],
      minutes: 60,
    });
    expect(result).toMatchObject({
      kind: 'ok',
      value: {
        from: '2026-11-21T09:00:00.000Z',
        to: '2026-11-21T10:00:00.000Z',
        periodSeconds: 300,
        metrics: [
          { metric: 'CPUUtilization', summary: { smallest: 20, largest: 40, mean: 30, newest: 40 } },
          { metric: 'NetworkIn', summary: null },
        ],
      },
    });
  });

  it('are not asked for in more points than fit', async () => {
    const aws = createFakeAws({});
    const result = await callAwsTool(aws, 'cloudwatch_get_metrics', {
      metrics: [cpu],
      minutes: 10_000,
      periodSeconds: 60,
    });
    expect(result).toMatchObject({ kind: 'refused', code: 'too-many-points' });
    expect(aws.calls).toEqual([]);
  });
});

describe('CloudWatch alarms', () => {
  it('are listed with state and reason, those on one metric and composite ones', async () => {
    const aws = createFakeAws({
      'monitoring:DescribeAlarms': () => ({
        MetricAlarms: [alarm],
        CompositeAlarms: [{ AlarmName: 'all', StateValue: 'OK', AlarmRule: 'ALARM(web-cpu)' }],
      }),
    });
    const result = await callAwsTool(aws, 'cloudwatch_list_alarms', { state: 'ALARM' });
    expect(result).toMatchObject({
      kind: 'ok',
      value: {
        alarms: [
          { name: 'web-cpu', reason: 'over 80' },
          { name: 'all', rule: 'ALARM(web-cpu)' },
        ],
      },
    });
    expect(aws.calls[0]?.input).toMatchObject({ StateValue: 'ALARM' });
  });

  it('have a history', async () => {
    const aws = createFakeAws({
      'monitoring:DescribeAlarmHistory': () => ({
        AlarmHistoryItems: [{ AlarmName: 'web-cpu', Timestamp: at(12), HistorySummary: 'from OK to ALARM' }],
      }),
    });
    const result = await callAwsTool(aws, 'cloudwatch_alarm_history', { minutes: 60 });
    expect(result).toMatchObject({
      kind: 'ok',
      value: { history: [{ at: '2026-11-21T09:12:00.000Z', summary: 'from OK to ALARM' }] },
    });
  });

  it('are created by approval alone, never over an existing one', async () => {
    let alarms: object[] = [];
    const aws = createFakeAws({
      ...identity,
      'monitoring:DescribeAlarms': () => ({ MetricAlarms: alarms }),
      'monitoring:PutMetricAlarm': () => {
        alarms = [alarm];
        return {};
      },
    });
    expect(await callAwsTool(aws, 'cloudwatch_create_alarm', toCreate)).toMatchObject({
      kind: 'needs-approval',
      plan: {
        grants: [{ resources: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:web-cpu'] }],
      },
    });
    expect(aws.actions()).not.toContain('monitoring:PutMetricAlarm');
    const created = await callAwsTool(aws, 'cloudwatch_create_alarm', toCreate, { approvedBy: 'hubot' });
    expect(created).toMatchObject({ kind: 'ok', value: { created: 'web-cpu' } });
    expect(await callAwsTool(aws, 'cloudwatch_create_alarm', toCreate)).toMatchObject({
      kind: 'refused',
      code: 'alarm-exists',
    });
  });

  it('are deleted by name; one that is not there is told before anything is done', async () => {
    const aws = createFakeAws({
      ...identity,
      'monitoring:DescribeAlarms': () => ({ MetricAlarms: [alarm] }),
      'monitoring:ListTagsForResource': () => ({ Tags: [{ Key: 'team', Value: 'web' }] }),
      'monitoring:DeleteAlarms': () => ({}),
    });
    const approvedBy = 'hubot';
    const gone = await callAwsTool(aws, 'cloudwatch_delete_alarms', { names: ['other'] }, { approvedBy });
    expect(gone).toMatchObject({ kind: 'refused', code: 'aws-not-found' });
    expect(aws.actions()).not.toContain('monitoring:DeleteAlarms');
    const done = await callAwsTool(aws, 'cloudwatch_delete_alarms', { names: ['web-cpu'] }, { approvedBy });
    expect(done).toMatchObject({ kind: 'ok', value: { deleted: ['web-cpu'] } });
    const managedTag = { key: 'devops:managed', value: 'true' };
    const settings = { limits: { ...noLimits, managedTag } };
    const foreign = await callAwsTool(aws, 'cloudwatch_delete_alarms', { names: ['web-cpu'] }, { settings });
    expect(foreign).toMatchObject({ kind: 'refused', code: 'unmanaged' });
  });

  it('say what to do when AWS denies', async () => {
    const aws = createFakeAws({
      'monitoring:DescribeAlarms': () => {
        throw new AwsRefusal('AccessDenied', 'no', 403);
      },
    });
    expect(await callAwsTool(aws, 'cloudwatch_list_alarms', {})).toMatchObject({
      kind: 'refused',
      code: 'aws-denied',
    });
  });
});
