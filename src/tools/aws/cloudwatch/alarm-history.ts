import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { minutesBack, windowOf } from '../../aws-calls/look-back.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const alarmHistory = readTool({
  name: 'cloudwatch_alarm_history',
  description: 'Tells when CloudWatch alarms changed their state or were configured, newest first.',
  permissions: { iam: ['cloudwatch:DescribeAlarmHistory'] },
  parameters: z.object({
    region,
    alarm: z.string().min(1).max(255).nullish().describe('Name of one alarm. Default: all.'),
    kind: z
      .enum(['StateUpdate', 'ConfigurationUpdate', 'Action'])
      .nullish()
      .describe('What to tell of. Default: StateUpdate.'),
    minutes: minutesBack(60 * 24 * 30, 1440),
    limit,
  }),
  example: { region: 'eu-central-1', minutes: 120 },
  async handle({ alarm, kind, minutes, limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatch();
    const { from, to } = windowOf(aws.now(), minutes ?? 1440);
    const pages = sdk.paginateDescribeAlarmHistory(
      { client, pageSize: 100 },
      {
        AlarmName: alarm ?? undefined,
        HistoryItemType: kind ?? 'StateUpdate',
        StartDate: from,
        EndDate: to,
        ScanBy: 'TimestampDescending',
      },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.AlarmHistoryItems);
    const history = entries.map(item => ({
      at: item.Timestamp?.toISOString(),
      alarm: item.AlarmName,
      kind: item.HistoryItemType,
      summary: item.HistorySummary,
    }));
    return { kind: 'ok', value: { region: aws.region, history }, ...(cut !== undefined && { cut }) };
  },
});
