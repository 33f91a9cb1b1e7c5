import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** The durable engine: accepted requests, the journal of their steps, and the workers that hold them. */
export const runs: Migration = {
  id: 1,
  name: '0001-runs',
  up: async transaction => {
    await transaction.schema
      .createTable('runs')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('request', 'text', column => column.notNull())
      .addColumn('status', 'text', column => column.notNull())
      .addColumn('attempts', 'integer', column => column.notNull().defaultTo(0))
      .addColumn('abandoned', 'integer', column => column.notNull().defaultTo(0))
      .addColumn('fence', 'integer', column => column.notNull().defaultTo(0))
      .addColumn('owner', 'text')
      .addColumn('available_at', 'bigint', column => column.notNull())
      .addColumn('cancel_requested', 'integer', column => column.notNull().defaultTo(0))
      .addColumn('error_code', 'text')
      .addColumn('enqueued_at', 'bigint', column => column.notNull())
      .addColumn('finished_at', 'bigint')
      .execute();
    await transaction.schema
      .createIndex('runs_queued')
      .on('runs')
      .columns(['available_at', 'enqueued_at'])
      .where(sql.ref('status'), '=', sql.lit('queued'))
      .execute();
    await transaction.schema
      .createIndex('runs_running')
      .on('runs')
      .column('owner')
      .where(sql.ref('status'), '=', sql.lit('running'))
      .execute();
    await transaction.schema
      .createTable('run_journal')
      .addColumn('run_id', 'text', column => column.notNull().references('runs.id').onDelete('cascade'))
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('result', 'text')
      .addColumn('fence', 'integer', column => column.notNull())
      .addColumn('recorded_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('run_journal_pk', ['run_id', 'name'])
      .execute();
    await transaction.schema
      .createTable('workers')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('process_space', 'text')
      .addColumn('pid', 'integer', column => column.notNull())
      .addColumn('process_start', 'text')
      .addColumn('lease_until', 'bigint', column => column.notNull())
      .execute();
  },
};
