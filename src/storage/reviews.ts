import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** Rows in one insert; keeps well below SQLite's limit of bound values. */
const rowsPerInsert = 1_000;

/** Pull requests with open findings that are listed. */
const maxOpen = 200;

/** The newest review of a pull request and every fingerprint it ever had. */
export function createReviews(database: Database): Store['reviews'] {
  const { query } = database;
  return {
    fingerprints: async ({ repository, pullRequest }) => {
      const rows = await query
        .selectFrom('review_fingerprints')
        .select(['fingerprint', 'open'])
        .where('repository', '=', repository)
        .where('pull_request', '=', pullRequest)
        .orderBy('fingerprint')
        .execute();
      return rows.map(row => ({ fingerprint: row.fingerprint, open: row.open === 1 }));
    },
    record: entry => record(database, entry),
    open: async repository => {
      const rows = await query
        .selectFrom('reviews')
        .innerJoin('review_fingerprints', join =>
          join
            .onRef('review_fingerprints.repository', '=', 'reviews.repository')
            .onRef('review_fingerprints.pull_request', '=', 'reviews.pull_request'),
        )
        .select(['reviews.pull_request', 'head_sha', 'fingerprint', 'summary'])
        .where('reviews.repository', '=', repository)
        .where('open', '=', 1)
        .orderBy('reviews.pull_request', 'desc')
        .orderBy('fingerprint')
        .limit(2_000)
        .execute();
      const numbers = [...new Set(rows.map(row => row.pull_request))].slice(0, maxOpen);
      return numbers.map(pullRequest => {
        const own = rows.filter(row => row.pull_request === pullRequest);
        return {
          pullRequest,
          headSha: own[0]?.head_sha ?? '',
          findings: own.map(({ fingerprint, summary }) => ({ fingerprint, summary })),
        };
      });
    },
    latest: async ({ repository, pullRequest }) => {
      const row = await query
        .selectFrom('reviews')
        .select(['head_sha', 'outcome', 'open_count', 'recorded_at'])
        .where('repository', '=', repository)
        .where('pull_request', '=', pullRequest)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const at = new Date(row.recorded_at).toISOString();
      return { headSha: row.head_sha, outcome: row.outcome, openCount: row.open_count, at };
    },
  };
}

async function record(
  { query, now }: Database,
  entry: Parameters<Store['reviews']['record']>[0],
): Promise<void> {
  const { repository, pullRequest: pull_request, headSha: head_sha, outcome } = entry;
  const fingerprints = [...new Set(entry.fingerprints)];
  await query.transaction().execute(async transaction => {
    // First, because it locks the row: two records of one pull request come one after the other.
    const newest = { head_sha, outcome, open_count: fingerprints.length, recorded_at: now };
    await transaction
      .insertInto('reviews')
      .values({ repository, pull_request, ...newest })
      .onConflict(conflict => conflict.columns(['repository', 'pull_request']).doUpdateSet(newest))
      .execute();
    await transaction
      .updateTable('review_fingerprints')
      .set({ open: 0 })
      .where('repository', '=', repository)
      .where('pull_request', '=', pull_request)
      .where('open', '=', 1)
      .execute();
    for (let from = 0; from < fingerprints.length; from += rowsPerInsert) {
      const rows = fingerprints.slice(from, from + rowsPerInsert).map(fingerprint => ({
        repository,
        pull_request,
        fingerprint,
        open: 1 as const,
        summary: entry.summaries?.[fingerprint] ?? '',
      }));
      await transaction
        .insertInto('review_fingerprints')
        .values(rows)
        .onConflict(conflict =>
          conflict
            .columns(['repository', 'pull_request', 'fingerprint'])
            .doUpdateSet(row => ({ open: 1, summary: row.ref('excluded.summary') })),
        )
        .execute();
    }
  });
}
