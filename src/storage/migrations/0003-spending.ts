import type { Migration } from '../migration.ts';

/** What models cost, per run, for the caps per pull request and day. */
export const spending: Migration = {
  id: 3,
  name: '0003-spending',
  up: async transaction => {
    await transaction.schema
      .createTable('spending')
      .addColumn('run_id', 'text', column => column.primaryKey())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('micro_usd', 'bigint', column => column.notNull())
      .execute();
    await transaction.schema
      .createIndex('spending_repository')
      .on('spending')
      .columns(['repository', 'pull_request', 'day'])
      .execute();
    await transaction.schema
      .createTable('spending_locks')
      .addColumn('repository', 'text', column => column.primaryKey())
      .execute();
  },
};
