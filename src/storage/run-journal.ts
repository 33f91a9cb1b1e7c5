import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { JournalKind, JournalState, Schema } from './schema.ts';

/** Proof of holding a run: valid while the row still names this worker and this claim. */
export type RunClaim = { readonly runId: string; readonly workerId: string; readonly fence: number };

/** One step or effect of a run as remembered. */
export type JournalEntry = {
  readonly name: string;
  readonly kind: JournalKind;
  readonly state: JournalState;
  /** JSON text; null when the result was undefined or is not there yet. */
  readonly result: string | null;
};

/** The journal of a run's steps; a writer whose claim is no longer valid writes nothing. */
export type RunJournal = {
  /** Everything remembered about the run. */
  entries(runId: string): Promise<readonly JournalEntry[]>;
  /** Whether the claim is still valid. */
  holds(claim: RunClaim): Promise<boolean>;
  /** Notes an effect as begun; false (and nothing noted) when the claim is no longer valid. */
  started(claim: RunClaim, name: string): Promise<boolean>;
  /** Notes a result; false (and nothing noted) when the claim is no longer valid. */
  done(
    claim: RunClaim,
    entry: { readonly name: string; readonly kind: JournalKind; readonly result: string | null },
  ): Promise<boolean>;
};

/** The step journal on either database. */
export function createRunJournal(database: Database): RunJournal {
  const { query } = database;
  return {
    entries: runId =>
      query
        .selectFrom('run_journal')
        .select(['name', 'kind', 'state', 'result'])
        .where('run_id', '=', runId)
        .execute(),
    holds: async claim => {
      const row = await query
        .selectFrom('runs')
        .select('id')
        .where('id', '=', claim.runId)
        .where('status', '=', 'running')
        .where('owner', '=', claim.workerId)
        .where('fence', '=', claim.fence)
        .executeTakeFirst();
      return row !== undefined;
    },
    started: (claim, name) =>
      write(database, claim, { name, kind: 'effect', state: 'started', result: null }),
    done: (claim, entry) => write(database, claim, { ...entry, state: 'done' }),
  };
}

/** The claim's row is locked first: taking a run over and writing its journal cannot cross. */
async function write(database: Database, claim: RunClaim, entry: JournalEntry): Promise<boolean> {
  return await database.query.transaction().execute(async transaction => {
    if (!(await lock(transaction, claim, entry.state))) return false;
    const { kind, state, result } = entry;
    const row = { kind, state, result, fence: claim.fence, recorded_at: database.now };
    await transaction
      .insertInto('run_journal')
      .values({ run_id: claim.runId, name: entry.name, ...row })
      .onConflict(conflict => conflict.columns(['run_id', 'name']).doUpdateSet(row))
      .execute();
    return true;
  });
}

/** A finished step is progress: it clears the count of workers lost on the way. */
async function lock(
  transaction: Transaction<Schema>,
  claim: RunClaim,
  state: JournalState,
): Promise<boolean> {
  const result = await transaction
    .updateTable('runs')
    .set({ abandoned: state === 'done' ? 0 : sql<number>`abandoned` })
    .where('id', '=', claim.runId)
    .where('status', '=', 'running')
    .where('owner', '=', claim.workerId)
    .where('fence', '=', claim.fence)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
