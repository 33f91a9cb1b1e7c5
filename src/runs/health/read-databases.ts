import type { DBInstance } from '../../clients/aws/sdk/rds.ts';
import type { Figure } from '../../contracts/estate.ts';
import type { RegionFacts } from '../../health/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { figureOf, type MetricAsked, readMetrics } from '../estate/read-metrics.ts';
import { readPages } from '../estate/read-pages.ts';
import type { HealthWindow } from './health-window.ts';

const bytesPerGb = 1024 ** 3;

/** Databases that are stopped are left out, as stopped instances are. */
export async function readDatabases(
  region: EstateRegion,
  window: HealthWindow,
): Promise<RegionFacts['databases']> {
  const listed = await region.read(async (services, signal) => {
    const { sdk, client } = await services.rds();
    const pages = sdk.paginateDescribeDBInstances({ client, pageSize: 100 }, {}, { abortSignal: signal });
    return await readPages(pages, page =>
      page.DBInstances?.filter(({ DBInstanceStatus }) => DBInstanceStatus !== 'stopped'),
    );
  });
  if (listed.kind === 'unread') return listed;
  const metrics = await readMetrics(region, listed.value.flatMap(metricsOf), window);
  const value = listed.value.map(database => {
    const id = database.DBInstanceIdentifier ?? '';
    return {
      id,
      status: database.DBInstanceStatus ?? '',
      cpuPercent: figureOf(metrics, `cpu ${id}`, 'mean'),
      usedStoragePercent: isAurora(database)
        ? undefined
        : usedPercent(figureOf(metrics, `free ${id}`, 'smallest'), database.AllocatedStorage),
      connections: figureOf(metrics, `connections ${id}`, 'largest'),
    };
  });
  return { kind: 'read', value, cut: listed.cut };
}

function metricsOf(database: DBInstance): readonly MetricAsked[] {
  const id = database.DBInstanceIdentifier ?? '';
  const of = (kind: string, metric: string, statistic: MetricAsked['statistic']): MetricAsked => ({
    key: `${kind} ${id}`,
    namespace: 'AWS/RDS',
    metric,
    dimensions: { DBInstanceIdentifier: id },
    statistic,
  });
  return [
    of('cpu', 'CPUUtilization', 'Average'),
    of('connections', 'DatabaseConnections', 'Maximum'),
    ...(isAurora(database) ? [] : [of('free', 'FreeStorageSpace', 'Minimum')]),
  ];
}

function isAurora({ Engine }: DBInstance): boolean {
  return Engine?.startsWith('aurora') === true;
}

function usedPercent(freeBytes: Figure, allocatedGb: number | undefined): Figure {
  if (freeBytes.kind === 'unknown') return freeBytes;
  if (allocatedGb === undefined || allocatedGb === 0) return { kind: 'unknown', why: 'its size is not told' };
  return { kind: 'known', value: (1 - freeBytes.value / (allocatedGb * bytesPerGb)) * 100 };
}
