import { snapshotGbMonth } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';

const maxAgeDays = 90;

/** A snapshot that is old and that no image of the account is made of. */
export const oldSnapshot: SavingsRule = {
  id: 'old-snapshot',
  find: ({ snapshots }) =>
    entriesOf(snapshots)
      .filter(({ ageDays, isInImage }) => ageDays > maxAgeDays && !isInImage)
      .map(({ id, sizeGb, ageDays }) => ({
        resource: id,
        found: `${ageDays} days old, and no image of the account uses it.`,
        monthlyUsd: sizeGb * snapshotGbMonth,
        basis: `at most: ${sizeGb} GiB, the size of its volume; what it stores beyond older snapshots is less`,
        next: 'Delete it unless a rule makes you keep it.',
      })),
};
