import { volumePrice } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';

/** A disk that no instance uses. */
export const unattachedVolume: SavingsRule = {
  id: 'unattached-volume',
  find: ({ volumes }) =>
    entriesOf(volumes).flatMap(({ id, type, sizeGb, isAttached }) => {
      if (isAttached) return [];
      const price = volumePrice(type);
      return {
        resource: id,
        found: `${sizeGb} GiB of ${type} that are attached to nothing.`,
        monthlyUsd: price === undefined ? null : sizeGb * price,
        basis: price === undefined ? `the price of ${type} is not in the table` : `${sizeGb} GiB of ${type}`,
        next: 'Take a snapshot if it may be needed, then delete it.',
      };
    }),
};
