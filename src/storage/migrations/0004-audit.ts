import type { Migration } from '../migration.ts';

/** The hash-chained audit log and the row that holds its end. */
export const audit: Migration = {
  id: 4,
  name: '0004-audit',
  up: async transaction => {
    await transaction.schema
      .createTable('audit')
      .addColumn('seq', 'bigint', column => column.primaryKey())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('run_id', 'text', column => column.notNull())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('actor', 'text', column => column.notNull())
      .addColumn('action', 'text', column => column.notNull())
      .addColumn('details', 'text', column => column.notNull())
      .addColumn('hash', 'text', column => column.notNull())
      .execute();
    await transaction.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', column => column.primaryKey())
      .addColumn('seq', 'bigint', column => column.notNull())
      .addColumn('hash', 'text', column => column.notNull())
      .execute();
    await transaction.insertInto('audit_head').values({ id: 1, seq: 0, hash: '' }).execute();
  },
};
