import type { Migration } from '../migration.ts';

/** Deployments and what they wait for; runs that wait without a worker. */
export const deployments: Migration = {
  id: 5,
  name: '0005-deployments',
  up: async transaction => {
    for (const flag of ['waiting', 'woken']) {
      await transaction.schema
        .alterTable('runs')
        .addColumn(flag, 'integer', column => column.notNull().defaultTo(0))
        .execute();
    }
    await transaction.schema
      .createTable('deployments')
      .addColumn('run_id', 'text', column => column.primaryKey())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('environment', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer')
      .addColumn('sha', 'text', column => column.notNull())
      .addColumn('ref', 'text', column => column.notNull())
      .addColumn('actor', 'text', column => column.notNull())
      .addColumn('cause', 'text', column => column.notNull())
      .addColumn('parameters', 'text', column => column.notNull())
      .addColumn('digest', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('deployment_id', 'bigint')
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('updated_at', 'text', column => column.notNull())
      .execute();
    await transaction.schema
      .createIndex('deployments_newest')
      .on('deployments')
      .columns(['repository', 'environment', 'created_at'])
      .execute();
    await transaction.schema
      .createTable('run_wakes')
      .addColumn('run_id', 'text', column => column.notNull())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('wake_key', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('run_wakes_pk', ['run_id', 'wake_key'])
      .execute();
    await transaction.schema
      .createIndex('run_wakes_key')
      .on('run_wakes')
      .columns(['repository', 'wake_key'])
      .execute();
  },
};
