import type { MetricFilter, Read } from '../../../controls/snapshot.ts';
import type { Source } from '../source.ts';
import type { Reader } from './reader.ts';

type Alarms = Extract<MetricFilter['alarms'], { kind: 'ok' }>['value'];
type Metric = { readonly namespace: string; readonly name: string };

/** The metric filters of the log groups that the region's trails write to, with their alarms and subscriptions. */
export const logAlarms: Reader<readonly MetricFilter[]> = {
  permissions: [
    'cloudtrail:DescribeTrails',
    'logs:DescribeMetricFilters',
    'cloudwatch:DescribeAlarmsForMetric',
    'sns:ListSubscriptionsByTopic',
  ],
  async read(source) {
    const trails = await source.read('trails');
    const groups = new Set(
      trails.flatMap(({ homeRegion, logGroupArn }) =>
        homeRegion === source.region && logGroupArn !== null ? [logGroupArn] : [],
      ),
    );
    return (await Promise.all([...groups].map(arn => filtersOf(source, arn)))).flat();
  },
};

async function filtersOf(source: Source, logGroupArn: string): Promise<readonly MetricFilter[]> {
  // arn:aws:logs:<region>:<account>:log-group:<name>:*
  const logGroupName = logGroupArn.split(':')[6] ?? '';
  const found = await source.ask(
    'cloudWatchLogs',
    async () => {
      const { sdk, client } = await source.services.cloudWatchLogs();
      const filters: {
        readonly name: string;
        readonly pattern: string;
        readonly metrics: readonly Metric[];
      }[] = [];
      for await (const { metricFilters = [] } of sdk.paginateDescribeMetricFilters(
        { client },
        { logGroupName },
      )) {
        for (const { filterName = '', filterPattern = '', metricTransformations = [] } of metricFilters) {
          const metrics = metricTransformations.map(({ metricNamespace = '', metricName = '' }) => ({
            namespace: metricNamespace,
            name: metricName,
          }));
          filters.push({ name: filterName, pattern: filterPattern, metrics });
        }
      }
      return filters;
    },
    logGroupName,
  );
  return await Promise.all(
    found.map(async ({ name, pattern, metrics }) => {
      const reads = await Promise.all(metrics.map(metric => alarmsOf(source, metric)));
      const failure = reads.find(read => read.kind === 'failed');
      const alarms: Read<Alarms> = failure ?? {
        kind: 'ok',
        value: reads.flatMap(read => (read.kind === 'ok' ? read.value : [])),
      };
      return { logGroupArn, name, pattern, alarms };
    }),
  );
}

async function alarmsOf(source: Source, { namespace, name }: Metric): Promise<Read<Alarms>> {
  const key = `alarms ${source.region} ${namespace} ${name}`;
  const listed = await source.once(key, () =>
    source.tryAsk('cloudWatch', name, async () => {
      const { sdk, client } = await source.services.cloudWatch();
      const command = new sdk.DescribeAlarmsForMetricCommand({ Namespace: namespace, MetricName: name });
      const { MetricAlarms = [] } = await client.send(command);
      return MetricAlarms.map(({ AlarmName = '', ActionsEnabled, AlarmActions = [] }) => ({
        name: AlarmName,
        hasActions: ActionsEnabled !== false,
        actions: AlarmActions,
      }));
    }),
  );
  if (listed.kind === 'failed') return listed;
  const value = await Promise.all(
    listed.value.map(async ({ actions, ...alarm }) => ({
      ...alarm,
      topics: await Promise.all(
        actions
          .filter(arn => arn.split(':')[2] === 'sns')
          .map(async arn => ({ arn, confirmed: await confirmedOf(source, arn) })),
      ),
    })),
  );
  return { kind: 'ok', value };
}

/** Subscriptions that somebody confirmed have an ARN; others have a word instead. */
async function confirmedOf(source: Source, topic: string): Promise<Read<number>> {
  const there = source.at(topic.split(':')[3] ?? source.region);
  return await source.once(`subscriptions ${topic}`, () =>
    there.tryAsk('sns', topic, async () => {
      const { sdk, client } = await there.services.sns();
      let confirmed = 0;
      for await (const { Subscriptions = [] } of sdk.paginateListSubscriptionsByTopic(
        { client },
        { TopicArn: topic },
      ))
        confirmed += Subscriptions.filter(({ SubscriptionArn = '' }) =>
          SubscriptionArn.startsWith('arn:'),
        ).length;
      return confirmed;
    }),
  );
}
