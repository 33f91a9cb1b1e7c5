import type { RegionFacts } from '../../health/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { readPages } from '../estate/read-pages.ts';

export async function readAlarms(region: EstateRegion): Promise<RegionFacts['alarms']> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.cloudWatch();
    const pages = sdk.paginateDescribeAlarms(
      { client, pageSize: 100 },
      { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
      { abortSignal: signal },
    );
    return await readPages(pages, ({ MetricAlarms = [], CompositeAlarms = [] }) =>
      [...MetricAlarms, ...CompositeAlarms].map(({ AlarmName, StateValue, StateReason }) => ({
        name: AlarmName ?? '',
        state: StateValue ?? '',
        reason: StateReason,
      })),
    );
  });
}
