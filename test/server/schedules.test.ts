import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sqliteFileName } from '../../src/storage/open-database.ts';
import {
  deliverInstallation,
  deliverIssue,
  deliverPush,
  type FakeRepository,
} from '../fakes/github/index.ts';
import { settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.intercept = undefined;
});
afterAll(() => product.close());

const digest = `schedule:
  - name: weekly
    cron: '0 7 * * 1'
    time-zone: Europe/Berlin
    run: digest
`;

let count = 0;

/** A repository whose schedules the server knows. */
async function scheduled(config: string): Promise<FakeRepository> {
  const repository = product.github.state.repository({
    name: `clock-${++count}`,
    files: { '.github/devops.yml': config },
  });
  repository.roles.set('mona', 'write');
  await deliverPush(product.github.state, repository, { paths: ['.github/devops.yml'] });
  await settled(product);
  return repository;
}

type Row = { readonly name: string; readonly next_at: number; readonly last_run: string | null };

/** Looks into the server's database, or changes it: the calendar cannot be waited for. */
function database<T>(use: (connection: DatabaseSync) => T): T {
  const connection = new DatabaseSync(join(product.dataDir, sqliteFileName), { timeout: 5_000 });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}

const rows = (repository: FakeRepository): readonly Row[] =>
  database(connection =>
    connection
      .prepare('select name, next_at, last_run from schedules where repository = ? order by name')
      .all(repository.fullName.toLowerCase()),
  ) as unknown as readonly Row[];

/** As if the moment had come, so many hours ago. */
function makeDue(repository: FakeRepository, hours = 0): void {
  database(connection =>
    connection
      .prepare('update schedules set next_at = ? where repository = ?')
      .run(Date.now() - hours * 3_600_000 - 1_000, repository.fullName.toLowerCase()),
  );
}

const dashboards = (repository: FakeRepository) =>
  [...repository.issues.values()].filter(({ title }) => title === 'DevOps dashboard');

describe('a schedule', () => {
  it('is read when the configuration on the default branch changes, and forgotten with it', async () => {
    const repository = await scheduled(digest);
    const [row, ...others] = rows(repository);
    expect(others).toEqual([]);
    const next = new Date(row?.next_at ?? 0);
    expect([next.getUTCDay(), next.getUTCMinutes()]).toEqual([1, 0]);
    expect([5, 6]).toContain(next.getUTCHours());
    repository.push('main', { '.github/devops.yml': 'version: 1\n' });
    await deliverPush(product.github.state, repository, { paths: ['.github/devops.yml'] });
    await settled(product);
    expect(rows(repository)).toEqual([]);
  });

  it('runs a missed tick once, late, and edits one issue in place', async () => {
    const repository = await scheduled(digest);
    makeDue(repository, 24 * 30);
    await waitFor(() => dashboards(repository).length > 0, 'the dashboard');
    await settled(product);
    const [issue] = dashboards(repository);
    expect(issue?.body).toMatch(/^<!-- devops:dashboard:v1 -->\n- \[ \] Bring this up to date now/);
    expect(issue?.body).toContain('| `weekly` | digest | `0 7 * * 1` Europe/Berlin |');
    const [row] = rows(repository);
    expect(row?.next_at).toBeGreaterThan(Date.now());
    makeDue(repository);
    await waitFor(() => rows(repository)[0]?.last_run !== row?.last_run, 'the next tick');
    await settled(product);
    expect(dashboards(repository)).toHaveLength(1);
  });

  it('ends with the installation', async () => {
    const repository = await scheduled(digest);
    await deliverInstallation(product.github.state, {
      event: 'installation',
      action: 'suspend',
      account: 'octo',
      repositories: [repository],
    });
    await settled(product);
    expect(rows(repository)).toEqual([]);
  });

  it('makes one run of a tick, whenever the server is killed around it', async () => {
    const repository = await scheduled(digest);
    for (let kill = 1; kill <= 5; kill++) {
      let seen = 0;
      product.github.intercept = async request => {
        if (request.operation.includes('/app/hook/') || ++seen !== kill) return undefined;
        await product.kill();
        return 'drop';
      };
      const before = rows(repository)[0]?.last_run;
      makeDue(repository);
      await waitFor(
        () => seen >= kill || (rows(repository)[0]?.last_run !== before && isIdle()),
        'the kill or the end',
      );
      product.github.intercept = undefined;
      await product.start();
      await waitFor(() => rows(repository)[0]?.last_run !== before, 'the tick');
      await settled(product);
      expect(dashboards(repository)).toHaveLength(1);
      expect(ticksOf(repository)).toBe(kill);
    }
  }, 120_000);
});

async function isIdle(): Promise<boolean> {
  const answer = await fetch(`${product.url()}/readyz`).catch(() => undefined);
  if (answer === undefined) return false;
  const status = (await answer.json()) as { readonly queued: number; readonly running: number };
  return status.queued + status.running === 0;
}

/** Lines of the audit log: one for each tick that was carried out. */
function ticksOf(repository: FakeRepository): number {
  const found = database(connection =>
    connection
      .prepare(`select count(*) as count from audit where action = 'schedule.run' and repository = ?`)
      .get(repository.fullName.toLowerCase()),
  );
  return Number(found?.['count']);
}

describe('a check-box of the dashboard', () => {
  /** Checks a box as a person does: by editing the issue. */
  async function check(
    repository: FakeRepository,
    key: string,
    sender: string,
    change: (body: string) => string = body => body,
  ): Promise<string> {
    const [issue] = dashboards(repository);
    if (issue === undefined) throw new Error('there is no dashboard');
    const before = issue.body;
    issue.body = change(before)
      .split('\n')
      .map(line => (line.includes(`devops:box ${key} -->`) ? line.replace('[ ]', '[x]') : line))
      .join('\n');
    await deliverIssue(product.github.state, repository, issue, {
      action: 'edited',
      sender,
      before: { body: before },
    });
    await settled(product);
    return issue.body;
  }

  async function withDashboard(config = digest): Promise<FakeRepository> {
    const repository = await scheduled(config);
    makeDue(repository);
    await waitFor(() => dashboards(repository).length > 0, 'the dashboard');
    await settled(product);
    return repository;
  }

  it('acts for somebody who may, is open again, and says what came of it', async () => {
    const repository = await withDashboard();
    const body = await check(repository, 'refresh', 'mona');
    expect(body).toContain('- [ ] Bring this up to date now');
    expect(body).toMatch(/`mona`: brought up to date\./);
  });

  it('does nothing for somebody without the role, and says so', async () => {
    const repository = await withDashboard();
    const body = await check(repository, 'refresh', 'stranger');
    expect(body).toMatch(/`stranger`: not done; it needs the triage role\./);
  });

  it('does nothing when it was not part of the dashboard', async () => {
    const repository = await withDashboard();
    const forged = '\n- [ ] Unlock <!-- devops:box unlock:production -->';
    // The edit before this one brought the box along.
    const [issue] = dashboards(repository);
    if (issue !== undefined) issue.body += forged;
    const from = product.github.requests.length;
    await check(repository, 'unlock:production', 'mona');
    expect(product.github.requests.slice(from)).toEqual([]);
  });
});
