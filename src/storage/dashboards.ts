import { z } from 'zod';
import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

const stateSchema = z.object({ boxes: z.array(z.string()), said: z.array(z.string()) });

/** The dashboard issue of each repository, and the boxes that it was last given. */
export function createDashboards({ query }: Database): Store['dashboards'] {
  return {
    find: async repository => {
      const row = await query
        .selectFrom('dashboards')
        .select(['issue', 'state'])
        .where('repository', '=', repository)
        .executeTakeFirst();
      return row === undefined
        ? undefined
        : { issue: row.issue, ...stateSchema.parse(JSON.parse(row.state)) };
    },
    put: async (repository, { issue, boxes, said }) => {
      const changing = { issue, state: JSON.stringify({ boxes, said }) };
      await query
        .insertInto('dashboards')
        .values({ repository, ...changing })
        .onConflict(conflict => conflict.column('repository').doUpdateSet(changing))
        .execute();
    },
  };
}
