import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteFileName } from '../../src/storage/open-database.ts';
import type { FakeIssue } from '../fakes/github/fake-records.ts';
import { deliverPush, type FakeRepository } from '../fakes/github/index.ts';
import { settled } from './scenario.ts';
import type { Product } from './start-product.ts';

/** A configuration with one schedule, which writes the dashboard. */
export const digest = `schedule:
  - name: weekly
    cron: '0 7 * * 1'
    time-zone: Europe/Berlin
    run: digest
`;

type Row = { readonly name: string; readonly next_at: number; readonly last_run: string | null };

/** What tests do to the calendar, which cannot be waited for: they change it in the server's database. */
export type Calendar = {
  /** A repository whose schedules the server knows. */
  readonly scheduled: (config: string) => Promise<FakeRepository>;
  readonly database: <T>(use: (connection: DatabaseSync) => T) => T;
  readonly rows: (repository: FakeRepository) => readonly Row[];
  /** As if the moment had come, so many hours ago. */
  readonly makeDue: (repository: FakeRepository, hours?: number) => void;
  readonly dashboards: (repository: FakeRepository) => readonly FakeIssue[];
};

let count = 0;

export function calendarOf(productOf: () => Product): Calendar {
  const database: Calendar['database'] = use => {
    const connection = new DatabaseSync(join(productOf().dataDir, sqliteFileName), { timeout: 5_000 });
    try {
      return use(connection);
    } finally {
      connection.close();
    }
  };
  return {
    async scheduled(config) {
      const product = productOf();
      const repository = product.github.state.repository({
        name: `clock-${++count}`,
        files: { '.github/devops.yml': config },
      });
      repository.roles.set('mona', 'write');
      await deliverPush(product.github.state, repository, { paths: ['.github/devops.yml'] });
      await settled(product);
      return repository;
    },
    database,
    rows: repository =>
      database(connection =>
        connection
          .prepare('select name, next_at, last_run from schedules where repository = ? order by name')
          .all(repository.fullName.toLowerCase()),
      ) as unknown as readonly Row[],
    makeDue(repository, hours = 0) {
      database(connection =>
        connection
          .prepare('update schedules set next_at = ? where repository = ?')
          .run(Date.now() - hours * 3_600_000 - 1_000, repository.fullName.toLowerCase()),
      );
    },
    dashboards: repository =>
      [...repository.issues.values()].filter(({ title }) => title === 'DevOps dashboard'),
  };
}
