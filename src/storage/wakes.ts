import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** Which run waits for which event. */
export function createWakes({ query }: Database): Store['wakes'] {
  return {
    set: ({ runId, repository, keys }) =>
      query.transaction().execute(async transaction => {
        await transaction.deleteFrom('run_wakes').where('run_id', '=', runId).execute();
        if (keys.length === 0) return;
        const rows = [...new Set(keys)].map(key => ({ run_id: runId, repository, wake_key: key }));
        await transaction.insertInto('run_wakes').values(rows).execute();
      }),
    runs: async ({ repository, key }) => {
      const rows = await query
        .selectFrom('run_wakes')
        .select('run_id')
        .where('repository', '=', repository)
        .where('wake_key', '=', key)
        .execute();
      return rows.map(row => row.run_id);
    },
  };
}
