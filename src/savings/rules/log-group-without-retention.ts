import { logGbMonth } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';

/** A log group that keeps its lines for ever. */
export const logGroupWithoutRetention: SavingsRule = {
  id: 'log-group-without-retention',
  find: ({ logGroups }) =>
    entriesOf(logGroups)
      .filter(({ hasRetention }) => !hasRetention)
      .map(({ name, storedBytes }) => ({
        resource: name,
        found: `Its lines are kept for ever; ${(storedBytes / 1024 ** 3).toFixed(2)} GiB so far.`,
        monthlyUsd: (storedBytes / 1024 ** 3) * logGbMonth,
        basis: 'at most: all that it stores now; how much of it is old was not read',
        next: 'Set a retention, with logs_set_retention for example.',
      })),
};
