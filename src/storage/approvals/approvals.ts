import type { Transaction } from 'kysely';
import type { ApprovalStore } from '../../contracts/approval.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import {
  approvalAt,
  asked,
  consumed,
  decided,
  readStoredApproval,
  type StoredApproval,
} from './approval-state.ts';

type Key = { readonly repository: string; readonly id: string };

/** Approvals as one row each, changed by the transitions of `approval-state.ts` while the row is locked. */
export function createApprovals({ query }: Database): ApprovalStore {
  return {
    request: entry =>
      query.transaction().execute(async transaction => {
        // Locks the row until the commit on either database; a new one is there before it is read.
        await transaction
          .insertInto('approvals')
          .values({ repository: entry.repository, id: entry.id, ...columnsOf(asked(undefined, entry)) })
          .onConflict(conflict =>
            conflict.columns(['repository', 'id']).doUpdateSet({ repository: entry.repository }),
          )
          .execute();
        const stored = asked(await read(transaction, entry), entry);
        await write(transaction, entry, stored);
        return approvalAt(stored, entry.requestedAt);
      }),
    find: async ({ now, ...key }) => {
      const stored = await read(query, key);
      return stored === undefined ? undefined : approvalAt(stored, now);
    },
    pending: async ({ repository, now }) => {
      const rows = await query
        .selectFrom('approvals')
        .select('state')
        .where('repository', '=', repository)
        .where('pending', '=', 1)
        .execute();
      return rows
        .map(row => approvalAt(readStoredApproval(row.state), now))
        .filter(({ state }) => state === 'pending')
        .toSorted((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1));
    },
    decide: entry =>
      query.transaction().execute(async transaction => {
        const { stored, answer } = decided(await lockAndRead(transaction, entry), entry);
        if (stored !== undefined && answer.kind !== 'refused') await write(transaction, entry, stored);
        return answer;
      }),
    consume: entry =>
      query.transaction().execute(async transaction => {
        const stored = consumed(await lockAndRead(transaction, entry), entry);
        if (stored === undefined) return false;
        await write(transaction, entry, stored);
        return true;
      }),
  };
}

async function lockAndRead(
  transaction: Transaction<Schema>,
  { repository, id }: Key,
): Promise<StoredApproval | undefined> {
  const row = await transaction
    .updateTable('approvals')
    .set({ repository })
    .where('repository', '=', repository)
    .where('id', '=', id)
    .returning('state')
    .executeTakeFirst();
  return row === undefined ? undefined : readStoredApproval(row.state);
}

async function read(
  source: Database['query'] | Transaction<Schema>,
  { repository, id }: Key,
): Promise<StoredApproval | undefined> {
  const row = await source
    .selectFrom('approvals')
    .select('state')
    .where('repository', '=', repository)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : readStoredApproval(row.state);
}

async function write(
  transaction: Transaction<Schema>,
  { repository, id }: Key,
  stored: StoredApproval,
): Promise<void> {
  await transaction
    .updateTable('approvals')
    .set(columnsOf(stored))
    .where('repository', '=', repository)
    .where('id', '=', id)
    .execute();
}

function columnsOf(stored: StoredApproval): { readonly state: string; readonly pending: 0 | 1 } {
  const open = stored.rejectedBy === null && stored.consumedBy === null;
  return { state: JSON.stringify(stored), pending: open ? 1 : 0 };
}
