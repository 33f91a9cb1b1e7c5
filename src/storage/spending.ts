import type { Transaction } from 'kysely';
import type { SpendingCaps, SpendingEntry, Store } from '../contracts/store.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * One row per run: its reservation, then what it cost. Reserving or settling again replaces the run's amount,
 * so both may be repeated after a crash.
 */
export function createSpending({ query }: Database): Store['spending'] {
  return {
    reserve: ({ caps, ...entry }) =>
      query.transaction().execute(async transaction => {
        await lock(transaction, entry.repository);
        if (entry.actor !== undefined) await lock(transaction, `@${entry.actor}`);
        if (!(await fits(transaction, entry, caps))) return false;
        await write(transaction, entry);
        return true;
      }),
    settle: entry =>
      query.transaction().execute(async transaction => {
        await lock(transaction, entry.repository);
        await write(transaction, entry);
      }),
    since: async ({ repository, day }) => {
      const row = await query
        .selectFrom('spending')
        .select(({ fn }) => fn.sum<number | string | null>('micro_usd').as('sum'))
        .where('repository', '=', repository)
        .where('day', '>=', day)
        .executeTakeFirst();
      return Number(row?.sum ?? 0) / 1_000_000;
    },
  };
}

/** An upsert locks the row until the commit on either database: sums below are not outrun by another run. */
async function lock(transaction: Transaction<Schema>, repository: string): Promise<void> {
  await transaction
    .insertInto('spending_locks')
    .values({ repository })
    .onConflict(conflict => conflict.column('repository').doUpdateSet({ repository }))
    .execute();
}

async function fits(
  transaction: Transaction<Schema>,
  entry: SpendingEntry,
  caps: SpendingCaps,
): Promise<boolean> {
  const others = await transaction
    .selectFrom('spending')
    .select(['pull_request', 'day', 'micro_usd'])
    .where('repository', '=', entry.repository)
    .where('run_id', '!=', entry.runId)
    .where(row => row.or([row('pull_request', '=', entry.pullRequest), row('day', '=', entry.day)]))
    .execute();
  const sum = (rows: typeof others) =>
    rows.reduce((total, row) => total + row.micro_usd, microUsd(entry.costUsd));
  if (!(await fitsActor(transaction, entry, caps))) return false;
  return (
    sum(others.filter(row => row.pull_request === entry.pullRequest)) <= microUsd(caps.perPullRequestUsd) &&
    sum(others.filter(row => row.day === entry.day)) <= microUsd(caps.perDayUsd)
  );
}

/** What a person's runs cost today, in every repository. */
async function fitsActor(
  transaction: Transaction<Schema>,
  { actor, day, runId, costUsd }: SpendingEntry,
  { perActorPerDayUsd }: SpendingCaps,
): Promise<boolean> {
  if (actor === undefined || perActorPerDayUsd === undefined) return true;
  const rows = await transaction
    .selectFrom('spending')
    .select('micro_usd')
    .where('actor', '=', actor)
    .where('day', '=', day)
    .where('run_id', '!=', runId)
    .execute();
  const spent = rows.reduce((total, row) => total + row.micro_usd, microUsd(costUsd));
  return spent <= microUsd(perActorPerDayUsd);
}

async function write(transaction: Transaction<Schema>, entry: SpendingEntry): Promise<void> {
  const micro_usd = microUsd(entry.costUsd);
  await transaction
    .insertInto('spending')
    .values({
      run_id: entry.runId,
      repository: entry.repository,
      pull_request: entry.pullRequest,
      day: entry.day,
      micro_usd,
      actor: entry.actor ?? '',
    })
    // The day it was reserved on stays: a run over midnight is settled where it was counted.
    .onConflict(conflict => conflict.column('run_id').doUpdateSet({ micro_usd }))
    .execute();
}

function microUsd(usd: number): number {
  return Math.round(usd * 1_000_000);
}
