import { entriesOf, type SavingsRule } from '../rule.ts';

/** A bucket that keeps everything for ever in the dearest class. */
export const bucketWithoutLifecycle: SavingsRule = {
  id: 'bucket-without-lifecycle',
  find: ({ buckets }) =>
    entriesOf(buckets)
      .filter(({ hasLifecycle }) => hasLifecycle.kind === 'read' && !hasLifecycle.value)
      .map(({ name }) => ({
        resource: name,
        found: 'No lifecycle rule: old versions, broken uploads and what nobody reads stay for ever.',
        monthlyUsd: null,
        basis: 'depends on what is in it, which was not read',
        next: 'Add rules: end broken uploads after 7 days, expire old versions, move what is rarely read.',
      })),
};
