import type { Migration } from '../migration.ts';

/** The last audit of each account, for what changed since. */
export const awsAudits: Migration = {
  id: 11,
  name: '0011-aws-audits',
  up: async transaction => {
    await transaction.schema
      .createTable('aws_audits')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('account', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('report', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('aws_audits_pk', ['repository', 'account'])
      .execute();
  },
};
