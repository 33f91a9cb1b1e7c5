import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { shownAlarm } from './shown-alarm.ts';

export const listAlarms = readTool({
  name: 'cloudwatch_list_alarms',
  description: 'Lists CloudWatch alarms with state, reason, metric and threshold.',
  permissions: { iam: ['cloudwatch:DescribeAlarms'] },
  parameters: z.object({
    region,
    state: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']).nullish().describe('Only alarms in this state.'),
    prefix: z.string().min(1).max(255).nullish().describe('Only alarms whose name begins so.'),
    limit,
  }),
  example: { region: 'eu-central-1', state: 'ALARM' },
  async handle({ state, prefix, limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatch();
    const pages = sdk.paginateDescribeAlarms(
      { client, pageSize: 100 },
      {
        StateValue: state ?? undefined,
        AlarmNamePrefix: prefix ?? undefined,
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => [
      ...(page.MetricAlarms ?? []).map(shownAlarm),
      ...(page.CompositeAlarms ?? []).map(alarm => ({
        name: alarm.AlarmName ?? '',
        description: alarm.AlarmDescription,
        state: alarm.StateValue,
        reason: alarm.StateReason,
        since: alarm.StateUpdatedTimestamp?.toISOString(),
        rule: alarm.AlarmRule,
        actions: alarm.AlarmActions ?? [],
      })),
    ]);
    return { kind: 'ok', value: { region: aws.region, alarms: entries }, ...(cut !== undefined && { cut }) };
  },
});
