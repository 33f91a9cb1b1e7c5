import type { InstanceUse } from '../facts.ts';
import { hoursPerMonth, instanceMonth } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';

/** Below all of these nobody is served: percent, percent, bytes a day. */
const most = { meanCpu: 3, peakCpu: 15, networkPerDay: 10 * 1024 ** 2 };

/** An instance that does nothing. */
export const idleInstance: SavingsRule = {
  id: 'idle-instance',
  find: ({ instances }, { days }) =>
    entriesOf(instances).flatMap(({ id, type, use }) => {
      if (use === undefined || !isIdle(use)) return [];
      const monthlyUsd = instanceMonth(type) ?? null;
      return {
        resource: id,
        found: `${type} did nothing in ${days} days: CPU ${use.meanCpu.toFixed(1)} % on average and ${use.peakCpu.toFixed(1)} % at most, ${(use.networkPerDay / 1024 ** 2).toFixed(1)} MiB of network a day.`,
        monthlyUsd,
        basis:
          monthlyUsd === null
            ? `the price of ${type} is not in the table`
            : `${hoursPerMonth} hours of ${type}; its disks cost on`,
        next: 'Stop it, and terminate it when nobody misses it.',
      };
    }),
};

/** Whether an instance did next to nothing over the window. */
export function isIdle({ meanCpu, peakCpu, networkPerDay }: InstanceUse): boolean {
  return meanCpu < most.meanCpu && peakCpu < most.peakCpu && networkPerDay < most.networkPerDay;
}
