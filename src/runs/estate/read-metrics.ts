import type { AwsServices } from '../../clients/aws/aws-services.ts';
import type { Figure, Reading } from '../../contracts/estate.ts';
import type { EstateRegion } from './estate.ts';

/** One metric of one resource. */
export type MetricAsked = {
  /** By which the figures are found again. */
  readonly key: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
};

/** AWS takes at most so many queries at once. */
const maxQueries = 500;

/** The values of many metrics over a window, by their key; a metric without values is empty. */
export async function readMetrics(
  region: EstateRegion,
  asked: readonly MetricAsked[],
  window: { readonly from: Date; readonly to: Date; readonly periodSeconds: number },
): Promise<Reading<ReadonlyMap<string, readonly number[]>>> {
  if (asked.length === 0) return { kind: 'read', value: new Map() };
  return await region.read(async (services, signal) => {
    const values = new Map<string, number[]>(asked.map(({ key }) => [key, []]));
    for (let start = 0; start < asked.length; start += maxQueries) {
      const group = asked.slice(start, start + maxQueries);
      await readGroup(services, { group, values, window, signal });
    }
    return { value: values };
  });
}

async function readGroup(
  services: AwsServices,
  {
    group,
    values,
    window,
    signal,
  }: {
    readonly group: readonly MetricAsked[];
    readonly values: ReadonlyMap<string, number[]>;
    readonly window: { readonly from: Date; readonly to: Date; readonly periodSeconds: number };
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { sdk, client } = await services.cloudWatch();
  const pages = sdk.paginateGetMetricData(
    { client },
    {
      StartTime: window.from,
      EndTime: window.to,
      MetricDataQueries: group.map(({ namespace, metric, dimensions, statistic }, index) => ({
        Id: `m${index}`,
        MetricStat: {
          Metric: {
            Namespace: namespace,
            MetricName: metric,
            Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
          },
          Period: window.periodSeconds,
          Stat: statistic,
        },
      })),
    },
    { abortSignal: signal },
  );
  for await (const page of pages) {
    for (const { Id, Values = [] } of page.MetricDataResults ?? []) {
      const key = group[Number(Id?.slice(1))]?.key;
      if (key !== undefined) values.get(key)?.push(...Values);
    }
  }
}

/** One figure out of a metric's values. */
export function figureOf(
  metrics: Reading<ReadonlyMap<string, readonly number[]>>,
  key: string,
  reduce: 'mean' | 'largest' | 'smallest' | 'sum',
): Figure {
  if (metrics.kind === 'unread') return { kind: 'unknown', why: metrics.why };
  const values = metrics.value.get(key) ?? [];
  // Nothing counted is nothing happened; nothing measured is not known.
  if (values.length === 0 && reduce !== 'sum') return { kind: 'unknown', why: 'CloudWatch has no values' };
  return { kind: 'known', value: reducers[reduce](values) };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const reducers = {
  mean: (values: readonly number[]) => total(values) / values.length,
  largest: (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b)),
  smallest: (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b)),
  sum: total,
} as const;
