import type { Migration } from '../migration.ts';

/** What reviews remember about a pull request: dismissals, reported fingerprints, heads seen. */
export const reviews: Migration = {
  id: 2,
  name: '0002-reviews',
  up: async transaction => {
    await transaction.schema
      .createTable('dismissals')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('scope', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('fingerprint', 'text', column => column.notNull())
      .addColumn('reason', 'text', column => column.notNull())
      .addColumn('actor', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('dismissals_pk', ['repository', 'scope', 'pull_request', 'fingerprint'])
      .execute();
    await transaction.schema
      .createTable('reviews')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('head_sha', 'text', column => column.notNull())
      .addColumn('outcome', 'text', column => column.notNull())
      .addColumn('open_count', 'integer', column => column.notNull())
      .addColumn('recorded_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('reviews_pk', ['repository', 'pull_request'])
      .execute();
    await transaction.schema
      .createTable('review_fingerprints')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('fingerprint', 'text', column => column.notNull())
      .addColumn('open', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('review_fingerprints_pk', ['repository', 'pull_request', 'fingerprint'])
      .execute();
    await transaction.schema
      .createTable('heads')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('pull_request', 'integer', column => column.notNull())
      .addColumn('head_sha', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('heads_pk', ['repository', 'pull_request', 'at', 'head_sha'])
      .execute();
  },
};
