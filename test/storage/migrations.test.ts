import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/logger.ts';
import { createRunEngine } from '../../src/runs/engine/run-engine.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { openDatabase, sqliteFileName } from '../../src/storage/open-database.ts';
import { createRunStore } from '../../src/storage/run-store.ts';
import { createStore } from '../../src/storage/store.ts';
import { patience } from '../runs/engine/backend.ts';
import { carryOutExample, outsideWorld } from '../runs/engine/outside-world.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const fixtureNames = readdirSync(fixtures).toSorted();

describe('migrations', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'devops-migrations-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const restore = (fixture: string): void => {
    const connection = new DatabaseSync(join(dataDir, sqliteFileName));
    connection.exec(readFileSync(new URL(fixture, fixtures), 'utf8'));
    connection.close();
  };

  it('the registry lists every file of the folder, in order, under its own name', () => {
    const files = readdirSync(new URL('../../src/storage/migrations/', import.meta.url)).filter(
      file => file !== 'index.ts',
    );
    expect(migrations.map(migration => `${migration.name}.ts`)).toEqual(files.toSorted());
    expect(migrations.map(migration => Number(migration.name.slice(0, 4)))).toEqual(
      migrations.map(migration => migration.id),
    );
  });

  it('the newest schema is kept as a fixture', () => {
    expect(fixtureNames).toContain(`${migrations.at(-1)?.name}.sql`);
  });

  it.each(fixtureNames)('work of a process killed under %s is finished by this release', async fixture => {
    restore(fixture);
    const world = outsideWorld(dataDir);
    // What the killed process was doing when it died: the effect happened, its end was not journalled.
    world.append('interrupted:comment');
    world.put('go');
    const database = await openDatabase({ dataDir }, silentLogger);
    const engine = createRunEngine({ runs: createRunStore(database), logger: silentLogger, pollMs: 20 });
    await engine.start(context => carryOutExample(context, world));
    await expect
      .poll(() => engine.status(), patience)
      .toEqual({ queued: 0, running: 0, waiting: 0, failed: 0 });
    await engine.stop({ timeoutMs: 1_000 });
    await database.close();
    expect(world.lines().toSorted()).toEqual([
      'interrupted:check',
      'interrupted:comment',
      'waiting:check',
      'waiting:comment',
    ]);
  });

  it('keeps what the store remembered under 0004-audit', async () => {
    restore('0004-audit.sql');
    const store = createStore(await openDatabase({ dataDir }, silentLogger));
    const key = { repository: 'octo/shop', pullRequest: 12 };
    expect(await store.dismissals.list(key)).toMatchObject([{ fingerprint: 'f1', reason: "it's a test" }]);
    expect(await store.reviews.latest(key)).toMatchObject({ headSha: 'sha1', openCount: 2 });
    expect(await store.heads.at({ ...key, at: '2026-11-22T00:00:00Z' })).toBe('sha1');
    expect(await store.audit.firstBroken()).toBeUndefined();
    const caps = { perPullRequestUsd: 0.3, perDayUsd: 9 };
    const more = { ...key, runId: 'next', day: '2026-11-21', caps };
    expect(await store.spending.reserve({ ...more, costUsd: 0.06 })).toBe(false);
    expect(await store.spending.reserve({ ...more, costUsd: 0.05 })).toBe(true);
    await store.close();
  });

  it('keeps the locks and approvals of 0006-locks-and-approvals', async () => {
    restore('0006-locks-and-approvals.sql');
    const store = createStore(await openDatabase({ dataDir }, silentLogger));
    const repository = 'octo/shop';
    expect(await store.locks.list(repository)).toMatchObject([
      { environment: 'staging', lock: { pullRequest: 12, runId: 'ended' }, waiting: [{ runId: 'waiting' }] },
    ]);
    expect(
      await store.approvals.find({ repository, id: 'waiting', now: '2026-11-21T05:30:00Z' }),
    ).toMatchObject({ state: 'pending', needs: [{ name: 'confirmation' }] });
    await store.close();
  });

  it('opens a database that a newer release has already migrated, and says so', async () => {
    restore('0004-audit.sql');
    const connection = new DatabaseSync(join(dataDir, sqliteFileName));
    connection.exec(`insert into schema_migrations values (9999, '9999-later', 0)`);
    connection.close();
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => void warnings.push(message) };
    await (await openDatabase({ dataDir }, logger)).close();
    expect(warnings).toEqual(['The database is newer than this release']);
  });

  it('says what to do when the database cannot be opened', async () => {
    const opening = openDatabase({ dataDir: '/dev/null/no' }, silentLogger);
    await expect(opening).rejects.toMatchObject({ code: 'database-unavailable', retryable: true });
    const unreachable = openDatabase({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }, silentLogger);
    await expect(unreachable).rejects.toMatchObject({ code: 'database-unavailable' });
  });
});
