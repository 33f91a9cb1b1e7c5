import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/contracts/store.ts';
import { type IssueWords, noMemory } from '../../src/contracts/triage.ts';
import { silentLogger } from '../../src/logger.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { createStore } from '../../src/storage/store.ts';
import type { Backend } from '../runs/engine/backend.ts';

const repository = 'octo/shop';
const target = { owner: 'Octo', name: 'shop', defaultBranch: 'main' };
const weekly = { name: 'weekly', cron: '0 7 * * 1', timeZone: 'UTC', work: { kind: 'digest' as const } };

/** What every database must hold of issues, schedules and the dashboard. */
export function describeIssuesContract(name: string, backend: Backend): void {
  describe(`issues and schedules on ${name}`, () => {
    let database: Database;
    let store: Store;
    beforeEach(async () => {
      database = await openDatabase(await backend.emptyLocation(), silentLogger);
      store = createStore(database);
    });
    afterEach(() => database.close());

    it('remembers what was done to an issue', async () => {
      const key = { repository, issue: 3 };
      expect(await store.issues.memory(key)).toEqual(noMemory);
      const memory = { ...noMemory, labelled: ['bug'], asked: ['Version'] };
      await store.issues.remember(key, noMemory);
      await store.issues.remember(key, memory);
      expect(await store.issues.memory(key)).toEqual(memory);
      expect(await store.issues.memory({ ...key, issue: 4 })).toEqual(noMemory);
    });

    it('keeps the words of the newest issues only', async () => {
      const words = (number: number, title: string): IssueWords & { readonly updatedAt: string } => ({
        number,
        title,
        open: true,
        terms: { cart: number },
        vector: number === 2 ? { model: 'm', values: [0.5, 1] } : undefined,
        updatedAt: `2026-11-2${number}T00:00:00Z`,
      });
      expect(await store.issues.newestChange(repository)).toBeUndefined();
      await store.issues.putWords(repository, [words(1, 'a'), words(2, 'b'), words(3, 'c')], { keep: 2 });
      await store.issues.putWords(repository, [words(3, 'changed')], { keep: 2 });
      const { updatedAt: _three, ...three } = words(3, 'changed');
      const { updatedAt: _two, ...two } = words(2, 'b');
      expect(await store.issues.words(repository, 10)).toEqual([three, two]);
      expect(await store.issues.newestChange(repository)).toBe('2026-11-23T00:00:00Z');
      expect(await store.issues.words('octo/other', 10)).toEqual([]);
    });

    it('lets one of many move a schedule on, and none twice', async () => {
      const of = { repository, installationId: 7, target };
      const plannedAt = '2026-11-23T07:00:00.000Z';
      await store.schedules.replace(of, [{ entry: weekly, nextAt: plannedAt }]);
      expect(await store.schedules.due('2026-11-23T06:59:59.999Z', 10)).toEqual([]);
      expect(await store.schedules.due(plannedAt, 10)).toEqual([
        { ...of, entry: weekly, nextAt: plannedAt, last: undefined },
      ]);
      const tick = { repository, name: 'weekly', plannedAt, nextAt: '2026-11-30T07:00:00.000Z', runId: 'r1' };
      const moved = await Promise.all(Array.from({ length: 6 }, () => store.schedules.advance(tick)));
      expect(moved.filter(isOurs => isOurs)).toHaveLength(1);
      expect(await store.schedules.list(repository)).toMatchObject([
        { nextAt: tick.nextAt, last: { at: plannedAt, runId: 'r1' } },
      ]);
    });

    it('knows the repositories of an owner, and drops those of an installation', async () => {
      const of = { repository, installationId: 7, target };
      const nextAt = '2026-11-23T07:00:00.000Z';
      await store.schedules.replace(of, [
        { entry: weekly, nextAt },
        { entry: { ...weekly, name: 'other' }, nextAt },
      ]);
      expect(await store.schedules.ofOwner({ owner: 'octo', installationId: 7 })).toEqual([target]);
      expect(await store.schedules.ofOwner({ owner: 'octo', installationId: 8 })).toEqual([]);
      await store.schedules.removeInstallation(8);
      expect(await store.schedules.list(repository)).toHaveLength(2);
      await store.schedules.removeInstallation(7);
      expect(await store.schedules.list(repository)).toEqual([]);
    });

    it('remembers the dashboard and its boxes', async () => {
      expect(await store.dashboards.find(repository)).toBeUndefined();
      await store.dashboards.put(repository, { issue: 1, boxes: [], said: [] });
      const dashboard = { issue: 2, boxes: ['refresh'], said: ['done'] };
      await store.dashboards.put(repository, dashboard);
      expect(await store.dashboards.find(repository)).toEqual(dashboard);
    });

    it('lists what reviews left open, with what it says, and what was spent', async () => {
      const record = (pullRequest: number, fingerprints: readonly string[]) =>
        store.reviews.record({
          repository,
          pullRequest,
          headSha: 'sha',
          outcome: 'findings',
          fingerprints,
          summaries: { a: 'high: a' },
        });
      await record(1, ['a', 'b']);
      await record(1, ['a']);
      await record(2, []);
      expect(await store.reviews.open(repository)).toEqual([
        { pullRequest: 1, headSha: 'sha', findings: [{ fingerprint: 'a', summary: 'high: a' }] },
      ]);
      const entry = { repository, pullRequest: 1, actor: 'ada' };
      await store.spending.settle({ ...entry, runId: 'r1', day: '2026-11-20', costUsd: 1.5 });
      await store.spending.settle({ ...entry, runId: 'r2', day: '2026-11-21', costUsd: 0.25 });
      expect(await store.spending.since({ repository, day: '2026-11-21' })).toBe(0.25);
      expect(await store.spending.since({ repository, day: '2026-11-01' })).toBe(1.75);
      expect(await store.spending.since({ repository: 'octo/other', day: '2026-11-01' })).toBe(0);
    });
  });
}
