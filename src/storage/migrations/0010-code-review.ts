import type { Migration } from '../migration.ts';

/** The code review's findings per pull request, and what people said about them. */
export const codeReview: Migration = {
  id: 10,
  name: '0010-code-review',
  up: async transaction => {
    await transaction.schema
      .createTable('code_findings')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('fingerprint', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('open', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('code_findings_pk', ['repository', 'pull_request', 'fingerprint'])
      .execute();
    await transaction.schema
      .createTable('code_votes')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('fingerprint', 'text', column => column.notNull())
      .addColumn('actor', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('vote', 'integer', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('code_votes_pk', ['repository', 'fingerprint', 'actor'])
      .execute();
  },
};
