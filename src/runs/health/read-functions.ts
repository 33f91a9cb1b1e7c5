import type { RegionFacts } from '../../health/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { figureOf, readMetrics } from '../estate/read-metrics.ts';
import { readPages } from '../estate/read-pages.ts';
import type { HealthWindow } from './health-window.ts';

const counts = ['Invocations', 'Errors', 'Throttles'] as const;

export async function readFunctions(
  region: EstateRegion,
  window: HealthWindow,
): Promise<RegionFacts['functions']> {
  const listed = await region.read(async (services, signal) => {
    const { sdk, client } = await services.lambda();
    const pages = sdk.paginateListFunctions({ client }, {}, { abortSignal: signal });
    return await readPages(pages, page => page.Functions);
  });
  if (listed.kind === 'unread') return listed;
  const asked = listed.value.flatMap(({ FunctionName = '' }) =>
    counts.map(metric => ({
      key: `${metric} ${FunctionName}`,
      namespace: 'AWS/Lambda',
      metric,
      dimensions: { FunctionName },
      statistic: 'Sum' as const,
    })),
  );
  const metrics = await readMetrics(region, asked, window);
  const value = listed.value.map(({ FunctionName = '', State }) => ({
    name: FunctionName,
    state: State,
    invocations: figureOf(metrics, `Invocations ${FunctionName}`, 'sum'),
    errors: figureOf(metrics, `Errors ${FunctionName}`, 'sum'),
    throttles: figureOf(metrics, `Throttles ${FunctionName}`, 'sum'),
  }));
  return { kind: 'read', value, cut: listed.cut };
}
