import type { InstanceUse, RegionHoldings } from '../../savings/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { type MetricAsked, readMetrics } from '../estate/read-metrics.ts';
import { readPages } from '../estate/read-pages.ts';

/** Part of the window's days that must have values. */
const neededPart = 0.9;

export async function readInstanceUse(
  region: EstateRegion,
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<RegionHoldings['instances']> {
  const listed = await region.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    const Filters = [{ Name: 'instance-state-name', Values: ['running'] }];
    const pages = sdk.paginateDescribeInstances({ client }, { Filters }, { abortSignal: signal });
    return await readPages(pages, page => page.Reservations?.flatMap(({ Instances }) => Instances ?? []));
  });
  if (listed.kind === 'unread') return listed;
  const ids = listed.value.map(({ InstanceId = '' }) => InstanceId);
  const from = new Date(now.getTime() - days * 86_400_000);
  const window = { from, to: now, periodSeconds: 86_400 };
  const metrics = await readMetrics(region, ids.flatMap(metricsOf), window);
  if (metrics.kind === 'unread') return metrics;
  const value = listed.value.map(({ InstanceId: id = '', InstanceType: type = '' }) => ({
    id,
    type,
    use: useOf(key => metrics.value.get(`${key} ${id}`) ?? [], days),
  }));
  return { kind: 'read', value, cut: listed.cut };
}

function metricsOf(id: string): readonly MetricAsked[] {
  const of = (key: string, metric: string, statistic: MetricAsked['statistic']): MetricAsked => ({
    key: `${key} ${id}`,
    namespace: 'AWS/EC2',
    metric,
    dimensions: { InstanceId: id },
    statistic,
  });
  return [
    of('mean', 'CPUUtilization', 'Average'),
    of('peak', 'CPUUtilization', 'Maximum'),
    of('in', 'NetworkIn', 'Sum'),
    of('out', 'NetworkOut', 'Sum'),
  ];
}

/** Without values for most of the days nothing is said: it may be new, or not measured. */
function useOf(valuesOf: (key: string) => readonly number[], days: number): InstanceUse | undefined {
  const [mean, peak, received, sent] = ['mean', 'peak', 'in', 'out'].map(valuesOf);
  const needed = Math.max(1, Math.floor(days * neededPart));
  if (mean === undefined || peak === undefined || received === undefined || sent === undefined)
    return undefined;
  if ([mean, peak, received, sent].some(values => values.length < needed)) return undefined;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    meanCpu: sum(mean) / mean.length,
    peakCpu: Math.max(...peak),
    networkPerDay: (sum(received) + sum(sent)) / received.length,
  };
}
