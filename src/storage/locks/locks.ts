import type { LockStore, LockTarget, LockWaiter } from '../../contracts/lock.ts';
import type { Database } from '../database.ts';
import {
  expire,
  freeLock,
  handedTo,
  keep,
  type LockState,
  lockStateSchema,
  publicLock,
  release,
  releasePullRequest,
  type Transition,
  take,
  unlock,
} from './lock-state.ts';

/**
 * Locks as one row each: a transaction locks the row, applies one transition of `lock-state.ts` to what it reads,
 * and writes the outcome, so that two processes can never act on the same reading.
 */
export function createLocks(database: Database): LockStore {
  const change = <T>(target: LockTarget, by: Change<T>) => changeLock(database, target, by);
  const handedOn = async (
    targets: readonly LockTarget[],
    by: Change<null>,
  ): Promise<readonly LockWaiter[]> => {
    const next: (LockWaiter | null)[] = [];
    for (const target of targets) next.push((await change(target, by)).next);
    return next.filter(waiter => waiter !== null);
  };
  return {
    take: async ({ repository, environment, whenHeld, ...waiter }) =>
      (await change({ repository, environment }, (state, now) => take(state, waiter, { now, whenHeld })))
        .answer,
    keep: async ({ repository, environment, ...waiter }) =>
      (await change({ repository, environment }, (state, now) => keep(state, waiter, now))).answer,
    release: async (target, holder) => {
      const { answer: kind, next } = await change(target, (state, now) => release(state, holder, now));
      return { kind, next: kind === 'released' && next?.runId !== holder.runId ? next : null };
    },
    unlock: async ({ force, ...target }) => {
      const { answer, next } = await change(target, (state, now) => unlock(state, { now, force }));
      if (answer.kind === 'free') return answer;
      return answer.kind === 'unlocked' ? { ...answer, kind: 'unlocked', next } : { ...answer, kind: 'busy' };
    },
    releasePullRequest: async ({ repository, pullRequest }) =>
      await handedOn(await targetsOf(database, repository), (state, now) => ({
        state: releasePullRequest(state, pullRequest, now),
        answer: null,
      })),
    read: async target => {
      const [row] = await readLocks(database, keyOf(target));
      return row?.lock ?? null;
    },
    list: repository => readLocks(database, { repository }),
  };
}

type Change<T> = (state: LockState, now: number) => Transition<T>;

/** GitHub does not tell environments apart by case. */
function keyOf({ repository, environment }: LockTarget): LockTarget {
  return { repository, environment: environment.toLowerCase() };
}

async function changeLock<T>(
  database: Database,
  target: LockTarget,
  change: Change<T>,
): Promise<{ readonly answer: T; readonly next: LockWaiter | null }> {
  const key = keyOf(target);
  return await database.query.transaction().execute(async transaction => {
    // The upsert locks the row until the commit on either database.
    const row = await transaction
      .insertInto('locks')
      .values({ ...key, state: JSON.stringify(freeLock) })
      .onConflict(conflict => conflict.columns(['repository', 'environment']).doUpdateSet(key))
      .returning(['state', database.now.as('now')])
      .executeTakeFirstOrThrow();
    const { state, answer } = change(expire(stateOf(row.state), row.now), row.now);
    await transaction
      .updateTable('locks')
      .set({ state: JSON.stringify(state) })
      .where('repository', '=', key.repository)
      .where('environment', '=', key.environment)
      .execute();
    const handed = handedTo(state);
    return { answer, next: handed === null ? null : { ...key, ...handed } };
  });
}

function stateOf(text: string): LockState {
  return lockStateSchema.parse(JSON.parse(text));
}

async function targetsOf({ query }: Database, repository: string): Promise<readonly LockTarget[]> {
  return await query
    .selectFrom('locks')
    .select(['repository', 'environment'])
    .where('repository', '=', repository)
    .orderBy('environment')
    .execute();
}

/** What is held now; an expired lock counts as free, whoever looks first after it frees it in the database. */
async function readLocks(
  { query, now }: Database,
  { repository, environment }: { readonly repository: string; readonly environment?: string },
): Promise<Awaited<ReturnType<LockStore['list']>>> {
  let rows = query
    .selectFrom('locks')
    .select(['environment', 'state', now.as('now')])
    .where('repository', '=', repository);
  if (environment !== undefined) rows = rows.where('environment', '=', environment);
  const found = await rows.orderBy('environment').execute();
  return found.flatMap(row => {
    const { held, line } = expire(stateOf(row.state), row.now);
    const waiting = line.map(({ pullRequest, runId }) => ({ pullRequest, runId }));
    return held === null ? [] : [{ environment: row.environment, lock: publicLock(held), waiting }];
  });
}
