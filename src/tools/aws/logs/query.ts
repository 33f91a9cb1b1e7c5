import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { minutesBack, windowOf } from '../../aws-calls/look-back.ts';
import { region } from '../../aws-calls/parameters.ts';
import { groupName } from './group-name.ts';

/** Longest that a query is waited for; the tool itself ends at a minute. */
const patienceMs = 45_000;
const firstPauseMs = 250;
const longestPauseMs = 4_000;

export const queryLogs = readTool({
  name: 'logs_query',
  description:
    'Runs a CloudWatch Logs Insights query over up to 20 log groups and waits up to 45 seconds for its rows. AWS charges by what is scanned, so keep the window short.',
  permissions: { iam: ['logs:StartQuery', 'logs:GetQueryResults', 'logs:StopQuery'] },
  parameters: z.object({
    region,
    groups: z.array(groupName).min(1).max(20).describe('Names of log groups, at most 20.'),
    query: z
      .string()
      .min(1)
      .max(10_000)
      .describe('In the language of Logs Insights, for example `stats count(*) by bin(5m)`.'),
    minutes: minutesBack(60 * 24 * 7, 60),
    limit: z.number().int().min(1).max(1000).nullish().describe('Most rows, 1 to 1000. Default: 100.'),
  }),
  example: {
    region: 'eu-central-1',
    groups: ['/aws/lambda/checkout'],
    query: 'fields @timestamp, @message | filter @message like /ERROR/ | sort @timestamp desc',
    minutes: 30,
  },
  async handle({ groups, query, minutes, limit }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatchLogs();
    const { from, to } = windowOf(aws.now(), minutes ?? 60);
    const { queryId } = await client.send(
      new sdk.StartQueryCommand({
        logGroupNames: groups,
        queryString: query,
        startTime: Math.floor(from.getTime() / 1000),
        endTime: Math.floor(to.getTime() / 1000),
        limit: limit ?? 100,
      }),
      { abortSignal: signal },
    );
    const stop = async (): Promise<void> => {
      // Nobody reads it any more, and it costs as long as it runs; one that has ended cannot be stopped.
      await client.send(new sdk.StopQueryCommand({ queryId })).catch(() => undefined);
    };
    let waitedMs = 0;
    try {
      for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
        const answer = await client.send(new sdk.GetQueryResultsCommand({ queryId }), {
          abortSignal: signal,
        });
        if (answer.status === 'Complete') {
          const rows = (answer.results ?? []).map(rowOf);
          const value = { region: aws.region, rows, scannedBytes: answer.statistics?.bytesScanned };
          const isFull = rows.length === (limit ?? 100);
          return { kind: 'ok', value, ...(isFull && { cut: `at most ${rows.length} rows were asked for` }) };
        }
        if (answer.status !== 'Running' && answer.status !== 'Scheduled') {
          const message = `logs_query: the query ended as "${answer.status ?? 'Unknown'}" in ${aws.region}. Check its syntax, or try a shorter window.`;
          return { kind: 'refused', code: 'query-failed', message };
        }
        if (waitedMs >= patienceMs) {
          await stop();
          const message = `logs_query: the query took longer than ${patienceMs / 1000} seconds and was stopped. Give fewer groups or a shorter window.`;
          return { kind: 'refused', code: 'query-too-slow', message };
        }
        await wait(pauseMs, undefined, { signal });
        waitedMs += pauseMs;
      }
    } catch (error) {
      await stop();
      throw error;
    }
  },
});

function rowOf(
  fields: readonly { readonly field?: string | undefined; readonly value?: string | undefined }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.filter(({ field }) => field !== '@ptr').map(({ field, value }) => [field ?? '', value ?? '']),
  );
}
