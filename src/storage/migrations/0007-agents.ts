import type { Migration } from '../migration.ts';

/** What agents' runs did, who spent on them, and the keys of model providers, encrypted. */
export const agents: Migration = {
  id: 7,
  name: '0007-agents',
  up: async transaction => {
    await transaction.schema
      .createTable('traces')
      .addColumn('trace_id', 'text', column => column.primaryKey())
      .addColumn('run_id', 'text', column => column.notNull())
      .addColumn('agent', 'text', column => column.notNull())
      .addColumn('repository', 'text')
      .addColumn('started_at', 'text', column => column.notNull())
      .addColumn('duration_ms', 'integer', column => column.notNull())
      .addColumn('outcome', 'text', column => column.notNull())
      .addColumn('content', 'text', column => column.notNull())
      .execute();
    await transaction.schema.createIndex('traces_run').on('traces').column('run_id').execute();
    await transaction.schema.createIndex('traces_started').on('traces').column('started_at').execute();
    await transaction.schema
      .alterTable('spending')
      .addColumn('actor', 'text', column => column.notNull().defaultTo(''))
      .execute();
    await transaction.schema.createIndex('spending_actor').on('spending').columns(['actor', 'day']).execute();
    await transaction.schema
      .createTable('provider_keys')
      .addColumn('name', 'text', column => column.primaryKey())
      .addColumn('url', 'text', column => column.notNull())
      .addColumn('sealed', 'text', column => column.notNull())
      .addColumn('stored_at', 'text', column => column.notNull())
      .execute();
  },
};
