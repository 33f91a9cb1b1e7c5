import { z } from 'zod';
import type { IssueStore } from '../contracts/store.ts';
import { noMemory } from '../contracts/triage.ts';
import type { Database } from './database.ts';

const memorySchema = z.object({
  labelled: z.array(z.string()),
  assigned: z.array(z.string()),
  asked: z.array(z.string()),
  answered: z.boolean(),
  staleSince: z.string().nullable(),
});
const termsSchema = z.record(z.string(), z.number());
const vectorSchema = z.object({ model: z.string(), values: z.array(z.number()) });

/** What triage remembers, on either database. */
export function createIssues({ query }: Database): IssueStore {
  return {
    memory: async ({ repository, issue }) => {
      const row = await query
        .selectFrom('issue_memory')
        .select('state')
        .where('repository', '=', repository)
        .where('issue', '=', issue)
        .executeTakeFirst();
      return row === undefined ? noMemory : memorySchema.parse(JSON.parse(row.state));
    },
    remember: async ({ repository, issue }, memory) => {
      const state = JSON.stringify(memory);
      await query
        .insertInto('issue_memory')
        .values({ repository, issue, state })
        .onConflict(conflict => conflict.columns(['repository', 'issue']).doUpdateSet({ state }))
        .execute();
    },
    words: async (repository, limit) => {
      const rows = await query
        .selectFrom('issue_words')
        .selectAll()
        .where('repository', '=', repository)
        .orderBy('issue', 'desc')
        .limit(limit)
        .execute();
      return rows.map(row => ({
        number: row.issue,
        title: row.title,
        open: row.open === 1,
        terms: termsSchema.parse(JSON.parse(row.terms)),
        vector: row.vector === null ? undefined : vectorSchema.parse(JSON.parse(row.vector)),
      }));
    },
    newestChange: async repository => {
      const row = await query
        .selectFrom('issue_words')
        .select(({ fn }) => fn.max('updated_at').as('newest'))
        .where('repository', '=', repository)
        .executeTakeFirst();
      return row?.newest ?? undefined;
    },
    putWords: (repository, entries, { keep }) =>
      query.transaction().execute(async transaction => {
        for (const entry of entries) {
          const changing = {
            title: entry.title,
            open: entry.open ? (1 as const) : (0 as const),
            terms: JSON.stringify(entry.terms),
            vector: entry.vector === undefined ? null : JSON.stringify(entry.vector),
            updated_at: entry.updatedAt,
          };
          await transaction
            .insertInto('issue_words')
            .values({ repository, issue: entry.number, ...changing })
            .onConflict(conflict => conflict.columns(['repository', 'issue']).doUpdateSet(changing))
            .execute();
        }
        const oldest = await transaction
          .selectFrom('issue_words')
          .select('issue')
          .where('repository', '=', repository)
          .orderBy('issue', 'desc')
          .offset(keep)
          .limit(1)
          .executeTakeFirst();
        if (oldest === undefined) return;
        await transaction
          .deleteFrom('issue_words')
          .where('repository', '=', repository)
          .where('issue', '<=', oldest.issue)
          .execute();
      }),
  };
}
