import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { minutesBack, windowOf } from '../../aws-calls/look-back.ts';
import { dimensionList, dimensions, namespace, statistic } from '../../aws-calls/metric.ts';
import { region } from '../../aws-calls/parameters.ts';

/** Points of one metric that are given; a longer window takes a longer period. */
const maxPoints = 1440;

export const getMetrics = readTool({
  name: 'cloudwatch_get_metrics',
  description:
    'Reads the values of up to 20 CloudWatch metrics over a window that ends now, with smallest, largest, mean and newest.',
  permissions: { iam: ['cloudwatch:GetMetricData'] },
  parameters: z.object({
    region,
    metrics: z
      .array(z.object({ namespace, metric: z.string().min(1).max(255), dimensions, statistic }))
      .min(1)
      .max(20)
      .describe('What to read. A metric without values in the window comes back empty.'),
    minutes: minutesBack(60 * 24 * 455, 180),
    periodSeconds: z
      .number()
      .int()
      .min(60)
      .max(86_400)
      .multipleOf(60)
      .nullish()
      .describe('Seconds that a point stands for, a multiple of 60. Default: 300, more for long windows.'),
  }),
  example: {
    region: 'eu-central-1',
    metrics: [
      {
        namespace: 'AWS/EC2',
        metric: 'CPUUtilization',
        dimensions: { InstanceId: 'i-0123456789abcdef0' },
        statistic: 'Average',
      },
    ],
    minutes: 60,
  },
  async handle({ metrics, minutes, periodSeconds }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatch();
    const { from, to } = windowOf(aws.now(), minutes ?? 180);
    const period = periodSeconds ?? periodFor(minutes ?? 180);
    if (((minutes ?? 180) * 60) / period > maxPoints) {
      const message = `cloudwatch_get_metrics: more than ${maxPoints} points a metric; give a longer "periodSeconds" or fewer "minutes".`;
      return { kind: 'refused', code: 'too-many-points', message };
    }
    const series = metrics.map(() => [] as { readonly at: string; readonly value: number }[]);
    const pages = sdk.paginateGetMetricData(
      { client },
      {
        StartTime: from,
        EndTime: to,
        ScanBy: 'TimestampAscending',
        MetricDataQueries: metrics.map((asked, index) => ({
          Id: `m${index}`,
          MetricStat: {
            Metric: {
              Namespace: asked.namespace,
              MetricName: asked.metric,
              Dimensions: dimensionList(asked.dimensions),
            },
            Period: period,
            Stat: asked.statistic,
          },
        })),
      },
      { abortSignal: signal },
    );
    for await (const page of pages) {
      for (const { Id, Timestamps = [], Values = [] } of page.MetricDataResults ?? []) {
        const points = Timestamps.map((at, index) => ({ at: at.toISOString(), value: Values[index] ?? 0 }));
        series[Number(Id?.slice(1))]?.push(...points);
      }
    }
    const value = {
      region: aws.region,
      from: from.toISOString(),
      to: to.toISOString(),
      periodSeconds: period,
      metrics: metrics.map((asked, index) => ({ ...asked, ...summaryOf(series[index] ?? []) })),
    };
    return { kind: 'ok', value };
  },
});

/** Five minutes, or the next longer one that keeps a window within its points. */
function periodFor(minutes: number): number {
  const steps = [300, 900, 3600, 21_600, 86_400];
  return steps.find(step => (minutes * 60) / step <= 300) ?? 86_400;
}

function summaryOf(points: readonly { readonly at: string; readonly value: number }[]) {
  const values = points.map(({ value }) => value);
  if (values.length === 0) return { points, summary: null };
  return {
    points,
    summary: {
      smallest: Math.min(...values),
      largest: Math.max(...values),
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      newest: points.at(-1)?.value,
    },
  };
}
