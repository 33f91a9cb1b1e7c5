import { addressHour, hoursPerMonth } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';

/** An elastic address that leads nowhere. */
export const unusedAddress: SavingsRule = {
  id: 'unused-address',
  find: ({ addresses }) =>
    entriesOf(addresses)
      .filter(({ isUsed }) => !isUsed)
      .map(({ ip }) => ({
        resource: ip,
        found: 'An elastic address that is associated with nothing.',
        monthlyUsd: addressHour * hoursPerMonth,
        basis: `${hoursPerMonth} hours of a public IPv4 address`,
        next: 'Release it; the same address cannot be had back for certain.',
      })),
};
