import type { Migration } from '../migration.ts';

/** Who holds an environment and who waits for it; what waits for a person's word. */
export const locksAndApprovals: Migration = {
  id: 6,
  name: '0006-locks-and-approvals',
  up: async transaction => {
    await transaction.schema
      .createTable('locks')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('environment', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('locks_pk', ['repository', 'environment'])
      .execute();
    await transaction.schema
      .createTable('approvals')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('pending', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('approvals_pk', ['repository', 'id'])
      .execute();
    await transaction.schema
      .createIndex('approvals_pending')
      .on('approvals')
      .columns(['repository', 'pending'])
      .execute();
  },
};
