import type { Migration } from '../migration.ts';

/** What triage remembers of issues, schedules with their next ticks, dashboards, and what findings say. */
export const issuesAndSchedules: Migration = {
  id: 9,
  name: '0009-issues-and-schedules',
  up: async transaction => {
    await transaction.schema
      .createTable('issue_memory')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('issue', 'integer', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('issue_memory_pk', ['repository', 'issue'])
      .execute();
    await transaction.schema
      .createTable('issue_words')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('issue', 'integer', column => column.notNull())
      .addColumn('title', 'text', column => column.notNull())
      .addColumn('open', 'integer', column => column.notNull())
      .addColumn('terms', 'text', column => column.notNull())
      .addColumn('vector', 'text')
      .addColumn('updated_at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('issue_words_pk', ['repository', 'issue'])
      .execute();
    await transaction.schema
      .createTable('schedules')
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('installation_id', 'bigint', column => column.notNull())
      .addColumn('owner', 'text', column => column.notNull())
      .addColumn('target', 'text', column => column.notNull())
      .addColumn('entry', 'text', column => column.notNull())
      .addColumn('next_at', 'bigint', column => column.notNull())
      .addColumn('last_at', 'bigint')
      .addColumn('last_run', 'text')
      .addPrimaryKeyConstraint('schedules_pk', ['repository', 'name'])
      .execute();
    await transaction.schema.createIndex('schedules_next').on('schedules').column('next_at').execute();
    await transaction.schema
      .createTable('dashboards')
      .addColumn('repository', 'text', column => column.primaryKey())
      .addColumn('issue', 'integer', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .execute();
    await transaction.schema
      .alterTable('review_fingerprints')
      .addColumn('summary', 'text', column => column.notNull().defaultTo(''))
      .execute();
  },
};
