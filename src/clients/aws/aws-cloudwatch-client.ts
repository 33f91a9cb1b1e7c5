import type { AwsClientConfig } from './aws-connector.ts';
import { askAws } from './aws-failure.ts';
import type { CloudWatchClient } from './cloudwatch-client.ts';

/** A client of CloudWatch; the SDK is loaded with the first call. */
export function createCloudWatchClient(config: AwsClientConfig): CloudWatchClient {
  return {
    values: (metrics, { from, to }) =>
      askAws({ action: 'cloudwatch:GetMetricData', region: config.region }, async () => {
        const { CloudWatchClient: Client, paginateGetMetricData } = await import(
          '@aws-sdk/client-cloudwatch'
        );
        const client = new Client(config);
        const values = metrics.map(() => [] as number[]);
        const queries = metrics.map(({ namespace, metric, dimensions, statistic }, index) => ({
          Id: `m${index}`,
          MetricStat: {
            Metric: {
              Namespace: namespace,
              MetricName: metric,
              Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
            },
            Period: 60,
            Stat: statistic,
          },
        }));
        const window = { StartTime: new Date(from), EndTime: new Date(to), MetricDataQueries: queries };
        for await (const page of paginateGetMetricData({ client }, window)) {
          for (const { Id, Values } of page.MetricDataResults ?? [])
            values[Number(Id?.slice(1))]?.push(...(Values ?? []));
        }
        client.destroy();
        return values;
      }),
  };
}
