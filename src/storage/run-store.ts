import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { EngineStatus } from '../contracts/engine.ts';
import type { Database } from './database.ts';
import { createRunJournal, type RunClaim, type RunJournal } from './run-journal.ts';
import type { Flag, RunStatus, Schema } from './schema.ts';

/** A process that works on runs, as others recognise it. */
export type WorkerIdentity = {
  readonly id: string;
  /** Boot and PID namespace; null when the platform cannot tell, then only the lease frees its runs. */
  readonly processSpace: string | null;
  readonly pid: number;
  /** Start time of the process in the platform's own unit; tells it from a later one with the same number. */
  readonly processStart: string | null;
};

/** A run as its worker holds it; `attempts` counts the handler's earlier failures. */
export type HeldRun = RunClaim & { readonly attempts: number; readonly cancelRequested: boolean };

/** A run just claimed; `request` is the JSON text as it was enqueued. */
export type ClaimedRun = HeldRun & {
  readonly request: string;
  /** Workers lost in a row over its present step. */
  readonly abandoned: number;
};

/** A run of a worker that is gone, put back into the queue or, after too many, given up. */
export type AbandonedRun = { readonly runId: string; readonly failed: boolean };

/** The durable queue of runs and everything that needs one transaction with it. */
export type RunStore = RunJournal & {
  /** Inserts in one commit; the ids that were not known before. */
  insert(runs: readonly { readonly id: string; readonly request: string }[]): Promise<ReadonlySet<string>>;
  /** Takes up to `limit` due runs, oldest first, and extends the worker's lease in the same commit. */
  claim(
    worker: WorkerIdentity,
    options: { readonly limit: number; readonly leaseMs: number },
  ): Promise<readonly ClaimedRun[]>;
  /** Extends the worker's lease. */
  beat(worker: WorkerIdentity, leaseMs: number): Promise<void>;
  /** What the worker holds according to the database. */
  held(workerId: string): Promise<readonly HeldRun[]>;
  /** Other live workers of the same process space, for a check whether their processes still exist. */
  neighbours(worker: WorkerIdentity): Promise<readonly WorkerIdentity[]>;
  /** Ends the leases of workers whose processes are known to be gone. */
  expire(workerIds: readonly string[]): Promise<void>;
  /** Puts the runs of workers without a lease back; gives up one that lost `limit` workers without any progress. */
  sweep(limit: number): Promise<readonly AbandonedRun[]>;
  /** Ends a run; false when the claim is no longer valid. */
  finish(
    claim: RunClaim,
    end: { readonly status: RunStatus; readonly errorCode: string | null },
  ): Promise<boolean>;
  /**
   * Puts a run back, due in `delayMs`; false when the claim is no longer valid. A `waiting` one that was woken since
   * it was claimed is due at once.
   */
  requeue(
    claim: RunClaim,
    options: { readonly delayMs: number; readonly attempts: number; readonly waiting?: boolean },
  ): Promise<boolean>;
  /** Makes waiting runs due, and leaves word for running ones that would wait. */
  wake(runIds: readonly string[]): Promise<void>;
  /** Cancels a run nobody has begun, or leaves word for the one that carries it out. */
  cancel(runId: string): Promise<'cancelled' | 'requested' | 'unknown'>;
  /** Removes the worker; call it only when it holds nothing. */
  leave(workerId: string): Promise<void>;
  counts(): Promise<EngineStatus>;
  /** Deletes runs that ended longer ago than this, with their journals. */
  prune(olderThanMs: number): Promise<number>;
};

/** The run queue on either database. */
export function createRunStore(database: Database): RunStore {
  return { ...createRunJournal(database), ...intake(database), ...leases(database), ...endings(database) };
}

// Literals rather than parameters: only then do the partial indexes apply.
const queued = sql.lit<RunStatus>('queued');
const running = sql.lit<RunStatus>('running');

function intake(database: Database): Pick<RunStore, 'insert' | 'claim'> {
  const { query, now } = database;
  return {
    insert: async runs => {
      // One order for everybody: two processes inserting the same ids would otherwise wait for each other.
      const rows = [...new Map(runs.map(run => [run.id, run])).values()].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      );
      if (rows.length === 0) return new Set();
      const inserted = await query
        .insertInto('runs')
        .values(
          rows.map(({ id, request }) => ({
            id,
            request,
            status: 'queued',
            available_at: now,
            enqueued_at: now,
          })),
        )
        .onConflict(conflict => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      return new Set(inserted.map(row => row.id));
    },
    claim: async (worker, { limit, leaseMs }) => {
      const due = (source: Source) =>
        source
          .selectFrom('runs')
          .select('id')
          .where('status', '=', queued)
          .where('available_at', '<=', now)
          .orderBy('available_at')
          .orderBy('enqueued_at')
          .limit(limit);
      // An idle worker only reads: no commit, no lease.
      if ((await due(query).execute()).length === 0) return [];
      const rows = await query.transaction().execute(async transaction => {
        const candidates = await lockingRows(database, due(transaction)).execute();
        if (candidates.length === 0) return [];
        await extendLease(database, transaction, { worker, leaseMs });
        return await transaction
          .updateTable('runs')
          .set(row => ({
            status: 'running',
            owner: worker.id,
            fence: row('fence', '+', 1),
            waiting: 0,
            woken: 0,
          }))
          .where(
            'id',
            'in',
            candidates.map(row => row.id),
          )
          .returning(['id', 'request', 'attempts', 'abandoned', 'fence', 'cancel_requested'])
          .execute();
      });
      return rows.map(row => ({
        runId: row.id,
        workerId: worker.id,
        fence: row.fence,
        request: row.request,
        attempts: row.attempts,
        abandoned: row.abandoned,
        cancelRequested: row.cancel_requested === 1,
      }));
    },
  };
}

type Source = Database['query'] | Transaction<Schema>;

/** Locks the selected rows and passes over those another process has locked; SQLite has one writer anyway. */
function lockingRows<T>(
  database: Database,
  rows: SelectQueryBuilder<Schema, 'runs', T>,
): SelectQueryBuilder<Schema, 'runs', T> {
  return database.kind === 'postgres' ? rows.forUpdate().skipLocked() : rows;
}

async function extendLease(
  database: Database,
  source: Source,
  { worker, leaseMs }: { readonly worker: WorkerIdentity; readonly leaseMs: number },
): Promise<void> {
  const leaseUntil = sql<number>`${database.now} + ${sql.lit(leaseMs)}`;
  await source
    .insertInto('workers')
    .values({
      id: worker.id,
      process_space: worker.processSpace,
      pid: worker.pid,
      process_start: worker.processStart,
      lease_until: leaseUntil,
    })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ lease_until: leaseUntil }))
    .execute();
}

function leases(
  database: Database,
): Pick<RunStore, 'beat' | 'held' | 'neighbours' | 'expire' | 'sweep' | 'leave'> {
  const { query, now } = database;
  return {
    beat: (worker, leaseMs) => extendLease(database, query, { worker, leaseMs }),
    held: async workerId => {
      const rows = await query
        .selectFrom('runs')
        .select(['id', 'fence', 'attempts', 'cancel_requested'])
        .where('status', '=', running)
        .where('owner', '=', workerId)
        .execute();
      return rows.map(row => ({
        runId: row.id,
        workerId,
        fence: row.fence,
        attempts: row.attempts,
        cancelRequested: row.cancel_requested === 1,
      }));
    },
    neighbours: async worker => {
      const rows = await query
        .selectFrom('workers')
        .selectAll()
        .where('process_space', '=', worker.processSpace)
        .where('id', '!=', worker.id)
        .where('lease_until', '>', now)
        .execute();
      return rows.map(row => ({
        id: row.id,
        processSpace: row.process_space,
        pid: row.pid,
        processStart: row.process_start,
      }));
    },
    expire: async workerIds => {
      if (workerIds.length === 0) return;
      await query.updateTable('workers').set({ lease_until: 0 }).where('id', 'in', workerIds).execute();
    },
    sweep: limit => sweep(database, limit),
    leave: async workerId => {
      await query.deleteFrom('workers').where('id', '=', workerId).execute();
    },
  };
}

async function sweep(database: Database, limit: number): Promise<readonly AbandonedRun[]> {
  const { query, now } = database;
  const orphans = (source: Source) =>
    source
      .selectFrom('runs')
      .select(['id', 'abandoned'])
      .where('status', '=', running)
      .where('owner', 'not in', source.selectFrom('workers').select('id').where('lease_until', '>', now));
  if ((await orphans(query).limit(1).execute()).length === 0) return [];
  return await query.transaction().execute(async transaction => {
    const found = await lockingRows(database, orphans(transaction)).execute();
    const abandoned = found.map(row => ({ runId: row.id, failed: row.abandoned + 1 >= limit }));
    for (const { runId, failed } of abandoned) {
      await transaction
        .updateTable('runs')
        .set(row => ({ owner: null, available_at: now, abandoned: row('abandoned', '+', 1) }))
        .set(
          failed ? { status: 'failed', error_code: 'worker-died', finished_at: now } : { status: 'queued' },
        )
        .where('id', '=', runId)
        .execute();
    }
    await transaction.deleteFrom('workers').where('lease_until', '<=', now).execute();
    return abandoned;
  });
}

function endings(
  database: Database,
): Pick<RunStore, 'finish' | 'requeue' | 'wake' | 'cancel' | 'counts' | 'prune'> {
  const { query, now } = database;
  const held = ({ runId, workerId, fence }: RunClaim) =>
    query
      .updateTable('runs')
      .where('id', '=', runId)
      .where('status', '=', running)
      .where('owner', '=', workerId)
      .where('fence', '=', fence);
  return {
    finish: async (claim, { status, errorCode }) => {
      const result = await held(claim)
        .set({ status, error_code: errorCode, owner: null, finished_at: now })
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    requeue: async (claim, { delayMs, attempts, waiting = false }) => {
      const due = sql<number>`${now} + ${sql.lit(Math.round(delayMs))}`;
      const result = await held(claim)
        .set(row => ({
          status: 'queued',
          owner: null,
          attempts,
          waiting: waiting ? 1 : 0,
          available_at: waiting ? row.case().when('woken', '=', 1).then(now).else(due).end() : due,
        }))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    wake: async runIds => {
      await query
        .updateTable('runs')
        .set(row => ({
          woken: 1,
          available_at: row.case().when('waiting', '=', 1).then(now).else(row.ref('available_at')).end(),
        }))
        .where('id', 'in', runIds)
        .where('status', 'in', ['queued', 'running'])
        .execute();
    },
    cancel: async runId => {
      const unbegun = await query
        .updateTable('runs')
        .set({ status: 'cancelled', finished_at: now })
        .where('id', '=', runId)
        .where('status', '=', 'queued')
        .where('fence', '=', 0)
        .executeTakeFirst();
      if (unbegun.numUpdatedRows > 0n) return 'cancelled';
      // One that waits for its next attempt has left things half done: it starts once more, to wind up.
      const begun = await query
        .updateTable('runs')
        .set({ cancel_requested: 1, woken: 1, available_at: now })
        .where('id', '=', runId)
        .where('status', 'in', ['queued', 'running'])
        .executeTakeFirst();
      return begun.numUpdatedRows > 0n ? 'requested' : 'unknown';
    },
    counts: async () => {
      const rows = await query
        .selectFrom('runs')
        .select(row => ['status', 'waiting', row.fn.countAll<number>().as('count')])
        .where('status', 'in', ['queued', 'running', 'failed'])
        .groupBy(['status', 'waiting'])
        .execute();
      const of = (wanted: RunStatus, waiting: Flag = 0) =>
        rows.find(row => row.status === wanted && row.waiting === waiting)?.count ?? 0;
      return { queued: of('queued'), running: of('running'), waiting: of('queued', 1), failed: of('failed') };
    },
    prune: async olderThanMs => {
      const result = await query
        .deleteFrom('runs')
        .where('finished_at', '<', sql<number>`${now} - ${sql.lit(Math.round(olderThanMs))}`)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
