import { sql, type Transaction } from 'kysely';
import type { Logger } from '../logger.ts';
import type { Database } from './database.ts';
import type { Migration } from './migration.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** Any number; the same for every process of ours on a PostgreSQL server. */
const advisoryLockId = 7_305_114;

/**
 * Applies the missing migrations in one transaction that holds the schema lock, so that of several processes
 * starting at once one does the work and the others find it done.
 */
export async function migrate(database: Database, logger: Logger): Promise<void> {
  const { newest, applied } = await database.query.transaction().execute(async transaction => {
    // SQLite holds the write lock from `begin immediate` on.
    if (database.kind === 'postgres')
      await sql`select pg_advisory_xact_lock(${advisoryLockId})`.execute(transaction);
    return await applyMissing(database, transaction);
  });
  for (const migration of applied) logger.info('Applied migration', { migration: migration.name });
  const known = migrations.at(-1)?.id ?? 0;
  if (newest > known) logger.warn('The database is newer than this release', { newest, known });
}

async function applyMissing(
  database: Database,
  transaction: Transaction<Schema>,
): Promise<{ readonly newest: number; readonly applied: readonly Migration[] }> {
  await transaction.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('id', 'integer', column => column.primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('applied_at', 'bigint', column => column.notNull())
    .execute();
  const rows = await transaction.selectFrom('schema_migrations').select('id').execute();
  const present = new Set(rows.map(row => row.id));
  const missing = migrations.filter(migration => !present.has(migration.id));
  for (const { id, name, up } of missing) {
    await up(transaction);
    await transaction
      .insertInto('schema_migrations')
      .values({ id, name, applied_at: database.now })
      .execute();
  }
  return { newest: Math.max(0, ...present, ...missing.map(migration => migration.id)), applied: missing };
}
