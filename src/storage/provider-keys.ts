import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** Keys of model providers, sealed by whoever stores them. */
export function createProviderKeys({ query }: Database): Store['providerKeys'] {
  return {
    put: async ({ name, url, sealed, storedAt }) => {
      const values = { url, sealed, stored_at: storedAt };
      await query
        .insertInto('provider_keys')
        .values({ name, ...values })
        .onConflict(conflict => conflict.column('name').doUpdateSet(values))
        .execute();
    },
    list: async () => {
      const rows = await query.selectFrom('provider_keys').selectAll().orderBy('name').execute();
      return rows.map(({ name, url, sealed, stored_at }) => ({ name, url, sealed, storedAt: stored_at }));
    },
    remove: async name => {
      const { numDeletedRows } = await query
        .deleteFrom('provider_keys')
        .where('name', '=', name)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
