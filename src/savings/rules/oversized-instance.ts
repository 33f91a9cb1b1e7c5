import { instanceMonth, smallerType } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';
import { isIdle } from './idle-instance.ts';

/** Percent at most: half the machine would still have had room at its busiest. */
const peakCpu = 40;

/** An instance that the next smaller size would have carried, as far as its CPU tells. */
export const oversizedInstance: SavingsRule = {
  id: 'oversized-instance',
  find: ({ instances }, { days }) =>
    entriesOf(instances).flatMap(({ id, type, use }) => {
      if (use === undefined || isIdle(use) || use.peakCpu >= peakCpu) return [];
      const smaller = smallerType(type);
      const now = instanceMonth(type);
      const then = smaller === undefined ? undefined : instanceMonth(smaller);
      if (smaller === undefined || now === undefined || then === undefined) return [];
      return {
        resource: id,
        found: `${type} used ${use.peakCpu.toFixed(1)} % of its CPU at most in ${days} days.`,
        monthlyUsd: now - then,
        basis: `${type} less ${smaller}; judged by CPU alone, look at its memory first`,
        next: `Resize it to ${smaller}.`,
      };
    }),
};
