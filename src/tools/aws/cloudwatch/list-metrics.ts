import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { dimensionList, dimensionRecord, dimensions, namespace } from '../../aws-calls/metric.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const listMetrics = readTool({
  name: 'cloudwatch_list_metrics',
  description:
    'Lists the CloudWatch metrics that have had values in the last two weeks, by namespace, name and dimensions.',
  permissions: { iam: ['cloudwatch:ListMetrics'] },
  parameters: z.object({
    region,
    namespace: namespace.nullish().describe('Only this namespace, for example `AWS/EC2`.'),
    metric: z.string().min(1).max(255).nullish().describe('Only this metric, for example `CPUUtilization`.'),
    dimensions: dimensions.nullish().describe('Only metrics with these dimensions.'),
    limit,
  }),
  example: { region: 'eu-central-1', namespace: 'AWS/EC2', metric: 'CPUUtilization' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatch();
    const pages = sdk.paginateListMetrics(
      { client },
      {
        Namespace: input.namespace ?? undefined,
        MetricName: input.metric ?? undefined,
        Dimensions: input.dimensions ? dimensionList(input.dimensions) : undefined,
      },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.Metrics);
    const metrics = entries.map(({ Namespace, MetricName, Dimensions }) => ({
      namespace: Namespace,
      metric: MetricName,
      dimensions: dimensionRecord(Dimensions),
    }));
    return { kind: 'ok', value: { region: aws.region, metrics }, ...(cut !== undefined && { cut }) };
  },
});
