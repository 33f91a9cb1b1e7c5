import type { Migration } from '../migration.ts';

/** What CI came to: the failures that are open, the outcomes of tests per commit, and the tests that proved flaky. */
export const ci: Migration = {
  id: 8,
  name: '0008-ci',
  up: async transaction => {
    await transaction.schema
      .createTable('ci_failures')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('workflow', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('head_sha', 'text', column => column.notNull())
      .addColumn('run_id', 'bigint', column => column.notNull())
      .addColumn('attempt', 'integer', column => column.notNull())
      .addColumn('diagnosis', 'text', column => column.notNull())
      .addColumn('recorded_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('ci_failures_pk', ['repository', 'workflow', 'pull_request'])
      .execute();
    await transaction.schema
      .createTable('ci_workflows')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('workflow', 'text', column => column.notNull())
      .addColumn('runs', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('ci_workflows_pk', ['repository', 'workflow'])
      .execute();
    await transaction.schema
      .createTable('ci_flaky')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('workflow', 'text', column => column.notNull())
      .addColumn('test', 'text', column => column.notNull())
      .addColumn('times', 'integer', column => column.notNull())
      .addColumn('head_sha', 'text', column => column.notNull())
      .addColumn('seen_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('ci_flaky_pk', ['repository', 'workflow', 'test'])
      .execute();
  },
};
