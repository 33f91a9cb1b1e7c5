import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry, Store } from '../../src/contracts/store.ts';
import type { Trace } from '../../src/contracts/trace.ts';
import { silentLogger } from '../../src/logger.ts';
import type { Database } from '../../src/storage/database.ts';
import { type DatabaseLocation, openDatabase } from '../../src/storage/open-database.ts';
import { createStore } from '../../src/storage/store.ts';
import type { Backend } from '../runs/engine/backend.ts';

const repository = 'octo/shop';
const pullRequest = 12;
const key = { repository, pullRequest };

/** What every database behind the store must hold. */
export function describeStoreContract(name: string, backend: Backend): void {
  describe(`store on ${name}`, () => {
    let location: DatabaseLocation;
    let database: Database;
    let other: Database;
    let store: Store;
    let otherStore: Store;

    beforeEach(async () => {
      location = await backend.emptyLocation();
      // At the same moment on an empty database: both must succeed.
      [database, other] = await Promise.all([
        openDatabase(location, silentLogger),
        openDatabase(location, silentLogger),
      ]);
      store = createStore(database);
      otherStore = createStore(other);
    });
    afterEach(async () => {
      await Promise.all([database.close(), other.close()]);
    });

    it('answers a ping while it is open', async () => {
      expect(await store.ping()).toBe(true);
      await otherStore.close();
      expect(await otherStore.ping()).toBe(false);
    });

    it('lists the dismissals of the pull request and of the repository, newest reason each', async () => {
      const dismissal = (fingerprint: string, scope: 'pull-request' | 'repository', reason: string) => ({
        fingerprint,
        scope,
        reason,
        actor: 'ada',
        at: '2026-11-21T05:00:00.000Z',
      });
      await store.dismissals.add(key, dismissal('f1', 'pull-request', 'first'));
      await store.dismissals.add(key, dismissal('f1', 'pull-request', 'second'));
      await store.dismissals.add({ ...key, pullRequest: 1 }, dismissal('f2', 'repository', 'everywhere'));
      await store.dismissals.add(key, dismissal('f2', 'repository', 'really everywhere'));
      await store.dismissals.add({ ...key, pullRequest: 1 }, dismissal('f3', 'pull-request', 'elsewhere'));
      await store.dismissals.add(
        { ...key, repository: 'octo/other' },
        dismissal('f4', 'repository', 'other'),
      );
      expect(await otherStore.dismissals.list(key)).toEqual([
        dismissal('f1', 'pull-request', 'second'),
        dismissal('f2', 'repository', 'really everywhere'),
      ]);
    });

    it('remembers every fingerprint and which are still open', async () => {
      const record = (headSha: string, fingerprints: string[]) =>
        store.reviews.record({ ...key, headSha, outcome: 'findings', fingerprints });
      expect(await store.reviews.latest(key)).toBeUndefined();
      await record('sha1', ['a', 'b', 'b']);
      await record('sha2', ['b', 'c']);
      expect(await store.reviews.fingerprints(key)).toEqual([
        { fingerprint: 'a', open: false },
        { fingerprint: 'b', open: true },
        { fingerprint: 'c', open: true },
      ]);
      expect(await store.reviews.latest(key)).toEqual({
        headSha: 'sha2',
        outcome: 'findings',
        openCount: 2,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      });
      await record('sha3', []);
      expect((await store.reviews.fingerprints(key)).filter(row => row.open)).toEqual([]);
      expect(await store.reviews.fingerprints({ ...key, pullRequest: 13 })).toEqual([]);
    });

    it('records a review of several thousand findings', async () => {
      const fingerprints = Array.from({ length: 5_000 }, (_, index) => index.toString(16).padStart(16, '0'));
      await store.reviews.record({ ...key, headSha: 'sha', outcome: 'findings', fingerprints });
      expect(await store.reviews.fingerprints(key)).toHaveLength(5_000);
    });

    it('names the newest head at or before a moment, whatever the spelling of the time', async () => {
      await store.heads.saw({ ...key, headSha: 'first', at: '2026-11-21T05:00:00Z' });
      await store.heads.saw({ ...key, headSha: 'first', at: '2026-11-21T05:00:00Z' });
      await store.heads.saw({ ...key, headSha: 'second', at: '2026-11-21T08:30:00.500+02:00' });
      const at = (moment: string) => store.heads.at({ ...key, at: moment });
      expect(await at('2026-11-21T04:59:59Z')).toBeUndefined();
      expect(await at('2026-11-21T05:00:00.000Z')).toBe('first');
      expect(await at('2026-11-21T06:30:00Z')).toBe('first');
      expect(await at('2026-11-21T06:30:01Z')).toBe('second');
    });

    it('reserves within both caps only, and gives back what was not spent', async () => {
      const caps = { perPullRequestUsd: 1, perDayUsd: 1.5 };
      const entry = { ...key, day: '2026-11-21' };
      const reserve = (runId: string, costUsd: number, more = {}) =>
        store.spending.reserve({ ...entry, runId, costUsd, caps, ...more });
      expect(await reserve('r1', 0.7)).toBe(true);
      expect(await reserve('r1', 0.7)).toBe(true);
      expect(await reserve('r2', 0.31)).toBe(false);
      expect(await reserve('r2', 0.3)).toBe(true);
      expect(await reserve('r3', 0.6, { pullRequest: 13 })).toBe(false);
      expect(await reserve('r3', 0.6, { pullRequest: 13, day: '2026-11-22' })).toBe(true);
      await store.spending.settle({ ...entry, runId: 'r1', costUsd: 0.1 });
      await store.spending.settle({ ...entry, runId: 'r1', costUsd: 0.1 });
      expect(await reserve('r4', 0.6)).toBe(true);
      expect(await reserve('r5', 0.000_001)).toBe(false);
    });

    it('reserves within the cap of a person, in all repositories together', async () => {
      const caps = { perPullRequestUsd: 10, perDayUsd: 10, perActorPerDayUsd: 1 };
      const entry = { pullRequest: 0, day: '2026-11-21', actor: 'ada', costUsd: 0.6, caps };
      expect(await store.spending.reserve({ ...entry, repository: 'octo/shop', runId: 'r1' })).toBe(true);
      expect(await store.spending.reserve({ ...entry, repository: 'octo/site', runId: 'r2' })).toBe(false);
      expect(
        await store.spending.reserve({ ...entry, repository: 'octo/site', runId: 'r2', actor: 'bob' }),
      ).toBe(true);
      await store.spending.settle({ ...entry, repository: 'octo/shop', runId: 'r1', costUsd: 0.1 });
      expect(await store.spending.reserve({ ...entry, repository: 'octo/site', runId: 'r3' })).toBe(true);
    });

    it('keeps traces, the newest of a run only, and finds them by run, id and beginning', async () => {
      const trace: Trace = {
        traceId: 'a1'.repeat(16),
        runId: 'run_1',
        step: null,
        agent: 'helper',
        repository,
        actor: 'ada',
        entry: 'app',
        startedAt: '2026-11-21T05:00:00.000Z',
        durationMs: 12.4,
        outcome: 'awaiting-approval',
        reason: null,
        gaps: [],
        usage: [],
        steps: [],
      };
      await store.traces.keep(trace);
      await store.traces.keep({ ...trace, outcome: 'completed' });
      const other = {
        ...trace,
        traceId: 'b2'.repeat(16),
        runId: 'runX1',
        startedAt: '2026-11-21T06:00:00.000Z',
      };
      await store.traces.keep({ ...other, repository: null });
      expect(await store.traces.find('run_1')).toEqual([{ ...trace, outcome: 'completed' }]);
      expect(await store.traces.find('a1a1')).toMatchObject([{ runId: 'run_1' }]);
      expect(await store.traces.find('%%%%')).toEqual([]);
      expect(await store.traces.list({ limit: 10 })).toMatchObject([{ runId: 'runX1' }, { runId: 'run_1' }]);
      expect(await store.traces.list({ repository, limit: 10 })).toMatchObject([{ runId: 'run_1' }]);
    });

    it('keeps one sealed key of a name', async () => {
      const key = {
        name: 'vllm',
        url: 'https://vllm.example.com/v1',
        sealed: 'x',
        storedAt: '2026-11-21T05:00:00.000Z',
      };
      await store.providerKeys.put(key);
      await store.providerKeys.put({ ...key, sealed: 'y' });
      expect(await store.providerKeys.list()).toEqual([{ ...key, sealed: 'y' }]);
      expect(await store.providerKeys.remove('vllm')).toBe(true);
      expect(await store.providerKeys.remove('vllm')).toBe(false);
    });

    it('never lets reservations at the same moment exceed a cap', async () => {
      const caps = { perPullRequestUsd: 1, perDayUsd: 100 };
      const granted = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? store : otherStore).spending.reserve({
            ...key,
            runId: `r${index}`,
            day: '2026-11-21',
            costUsd: 0.1,
            caps,
          }),
        ),
      );
      expect(granted.filter(Boolean)).toHaveLength(10);
    });

    const entry = (action: string): AuditEntry => ({
      at: '2026-11-21T05:00:00.000Z',
      runId: 'r1',
      repository,
      actor: 'ada',
      action,
      details: { findings: 3, fork: false, sha: null },
    });

    it('chains the audit lines of several processes', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? store : otherStore).audit.append(entry(`action.${index}`)),
        ),
      );
      expect(await store.audit.firstBroken()).toBeUndefined();
    });

    const query = () => database.query;
    it.each<[string, number, () => Promise<unknown>]>([
      [
        'changed line',
        3,
        () =>
          query()
            .updateTable('audit')
            .set('actor' as never, 'eve' as never)
            .where('seq', '=', 3)
            .execute(),
      ],
      ['removed line', 3, () => query().deleteFrom('audit').where('seq', '=', 3).execute()],
      ['cut-off end', 4, () => query().deleteFrom('audit').where('seq', '>', 3).execute()],
      ['emptied log', 1, () => query().deleteFrom('audit').execute()],
      ['removed head', 1, () => query().deleteFrom('audit_head').execute()],
    ])('finds a %s in the audit log', async (_name, broken, tamper) => {
      for (const action of ['a', 'b', 'c', 'd', 'e']) await store.audit.append(entry(action));
      await tamper();
      expect(await store.audit.firstBroken()).toBe(broken);
    });
  });
}
