import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { scheduleEntrySchema } from '../contracts/schedule.ts';
import type { ScheduleStore, StoredSchedule } from '../contracts/store.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

const targetSchema = z.object({ owner: z.string(), name: z.string(), defaultBranch: z.string() });
const storedEntrySchema = scheduleEntrySchema;

/** Schedules with their next ticks, on either database. */
export function createSchedules({ query }: Database): ScheduleStore {
  return {
    replace: (of, entries) => query.transaction().execute(transaction => replace(transaction, of, entries)),
    due: async (now, limit) => {
      const rows = await query
        .selectFrom('schedules')
        .selectAll()
        .where('next_at', '<=', Date.parse(now))
        .orderBy('next_at')
        .limit(limit)
        .execute();
      return rows.map(scheduleOf);
    },
    advance: async ({ repository, name, plannedAt, nextAt, runId }) => {
      const result = await query
        .updateTable('schedules')
        .set({ next_at: Date.parse(nextAt), last_at: Date.parse(plannedAt), last_run: runId })
        .where('repository', '=', repository)
        .where('name', '=', name)
        .where('next_at', '=', Date.parse(plannedAt))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    list: async repository => {
      const rows = await query
        .selectFrom('schedules')
        .selectAll()
        .where('repository', '=', repository)
        .orderBy('name')
        .execute();
      return rows.map(scheduleOf);
    },
    ofOwner: async ({ owner, installationId }) => {
      const rows = await query
        .selectFrom('schedules')
        .select('target')
        .distinct()
        .where('owner', '=', owner.toLowerCase())
        .where('installation_id', '=', installationId)
        .execute();
      return rows.map(row => targetSchema.parse(JSON.parse(row.target)));
    },
    remove: async repository => {
      await query.deleteFrom('schedules').where('repository', '=', repository).execute();
    },
    removeInstallation: async installationId => {
      await query.deleteFrom('schedules').where('installation_id', '=', installationId).execute();
    },
  };
}

async function replace(
  transaction: Transaction<Schema>,
  { repository, installationId, target }: Parameters<ScheduleStore['replace']>[0],
  entries: Parameters<ScheduleStore['replace']>[1],
): Promise<void> {
  const known = await transaction
    .selectFrom('schedules')
    .select(['name', 'entry', 'next_at'])
    .where('repository', '=', repository)
    .execute();
  const names = entries.map(({ entry }) => entry.name);
  const gone = known.map(({ name }) => name).filter(name => !names.includes(name));
  if (gone.length > 0)
    await transaction
      .deleteFrom('schedules')
      .where('repository', '=', repository)
      .where('name', 'in', gone)
      .execute();
  for (const { entry, nextAt } of entries) {
    const before = known.find(({ name }) => name === entry.name);
    const isSame = before !== undefined && times(before.entry) === times(JSON.stringify(entry));
    const changing = {
      installation_id: installationId,
      owner: target.owner.toLowerCase(),
      target: JSON.stringify(target),
      entry: JSON.stringify(entry),
      // A tick that is due and was not run yet stays due.
      next_at: isSame ? Number(before.next_at) : Date.parse(nextAt),
    };
    await transaction
      .insertInto('schedules')
      .values({ repository, name: entry.name, last_at: null, last_run: null, ...changing })
      .onConflict(conflict => conflict.columns(['repository', 'name']).doUpdateSet(changing))
      .execute();
  }
}

/** What decides about the next tick. */
function times(entry: string): string {
  const { cron, timeZone } = storedEntrySchema.parse(JSON.parse(entry));
  return `${timeZone} ${cron}`;
}

function scheduleOf(row: Selectable<Schema['schedules']>): StoredSchedule {
  return {
    repository: row.repository,
    installationId: Number(row.installation_id),
    target: targetSchema.parse(JSON.parse(row.target)),
    entry: storedEntrySchema.parse(JSON.parse(row.entry)),
    nextAt: new Date(Number(row.next_at)).toISOString(),
    last:
      row.last_at === null
        ? undefined
        : { at: new Date(Number(row.last_at)).toISOString(), runId: row.last_run ?? '' },
  };
}
