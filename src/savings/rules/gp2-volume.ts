import { volumePrice } from '../prices.ts';
import { entriesOf, type SavingsRule } from '../rule.ts';

/** From this size on gp2 gives more operations than gp3 does without paying for them, GiB. */
const needsOperations = 1_000;

/** A disk of the older, dearer kind. */
export const gp2Volume: SavingsRule = {
  id: 'gp2-volume',
  find: ({ volumes }) =>
    entriesOf(volumes)
      .filter(({ type, isAttached }) => type === 'gp2' && isAttached)
      .map(({ id, sizeGb }) => ({
        resource: id,
        found: `${sizeGb} GiB of gp2; gp3 costs less and can be changed to without stopping.`,
        monthlyUsd: sizeGb * ((volumePrice('gp2') ?? 0) - (volumePrice('gp3') ?? 0)),
        basis: `${sizeGb} GiB of gp2 less gp3${sizeGb > needsOperations ? '; operations beyond 3,000 a second cost extra' : ''}`,
        next: 'Change its type to gp3.',
      })),
};
