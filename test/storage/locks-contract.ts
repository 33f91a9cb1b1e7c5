import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { globalLock, type LockStore } from '../../src/contracts/lock.ts';
import { silentLogger } from '../../src/logger.ts';
import type { Database } from '../../src/storage/database.ts';
import { createLocks } from '../../src/storage/locks/locks.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Backend } from '../runs/engine/backend.ts';

const repository = 'octo/shop';
const staging = { repository, environment: 'staging' };

/** What the locks must hold on every database; `locks` and `others` are two processes. */
export function describeLocksContract(name: string, backend: Backend): void {
  describe(`locks on ${name}`, () => {
    let databases: readonly [Database, Database];
    let locks: LockStore;
    let others: LockStore;
    beforeEach(async () => {
      const location = await backend.emptyLocation();
      databases = [await openDatabase(location, silentLogger), await openDatabase(location, silentLogger)];
      [locks, others] = [createLocks(databases[0]), createLocks(databases[1])];
    });
    afterEach(async () => {
      await Promise.all(databases.map(database => database.close()));
    });

    const wanted = (pullRequest: number, runId: string) => ({
      ...staging,
      pullRequest,
      runId,
      by: 'mona',
      reason: 'testing',
      sticky: false,
      expiresAfterMinutes: 60,
      whenHeld: 'queue' as const,
    });

    it('gives the lock to one of many at the same moment, and lines the others up', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          (index % 2 === 0 ? locks : others).take(wanted(index, `run${index}`)),
        ),
      );
      expect(answers.filter(({ kind }) => kind === 'held')).toHaveLength(1);
      const positions = answers.flatMap(answer => (answer.kind === 'queued' ? [answer.position] : []));
      expect(positions.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 11 }, (_, index) => index + 1),
      );
    });

    it('hands over in order, once each, however often it is released', async () => {
      for (const index of [0, 1, 2]) await locks.take(wanted(index, `run${index}`));
      const first = { pullRequest: 0, runId: 'run0' };
      const released = await Promise.all([locks.release(staging, first), others.release(staging, first)]);
      const next = { ...staging, pullRequest: 1, runId: 'run1', by: 'mona' };
      expect(released).toEqual([
        { kind: 'released', next },
        { kind: 'released', next },
      ]);
      expect(await others.take(wanted(1, 'run1'))).toMatchObject({ kind: 'held', lock: { pullRequest: 1 } });
      // Late news from the first run change nothing.
      expect(await locks.release(staging, first)).toEqual({ kind: 'not-held', next: null });
      expect(await locks.read(staging)).toMatchObject({ runId: 'run1' });
    });

    it('refuses where nobody is to wait, and tells another pull request of the same person from this one', async () => {
      await locks.take(wanted(1, 'run1'));
      const refused = await others.take({ ...wanted(2, 'run2'), whenHeld: 'refuse' });
      expect(refused).toMatchObject({ kind: 'refused', lock: { pullRequest: 1, runId: 'run1', by: 'mona' } });
      expect(await locks.release(staging, { pullRequest: 1, runId: 'run1' })).toEqual({
        kind: 'released',
        next: null,
      });
      expect(await locks.read(staging)).toBeNull();
    });

    it('keeps a sticky lock for its pull request until that is closed', async () => {
      await locks.take({ ...wanted(1, 'run1'), sticky: true });
      expect(await locks.release(staging, { pullRequest: 1, runId: 'run1' })).toEqual({
        kind: 'kept',
        next: null,
      });
      expect(await others.take(wanted(2, 'run2'))).toMatchObject({ kind: 'queued', position: 1 });
      expect(await others.take(wanted(1, 'run3'))).toMatchObject({ kind: 'held', lock: { runId: 'run3' } });
      expect(await others.take(wanted(1, 'run4'))).toMatchObject({ kind: 'queued', position: 2 });
      // A run is at work: closing takes its place in line and the stickiness, not the lock.
      expect(await locks.releasePullRequest({ repository, pullRequest: 1 })).toEqual([]);
      expect(await locks.list(repository)).toMatchObject([
        {
          environment: 'staging',
          lock: { runId: 'run3', sticky: false },
          waiting: [{ pullRequest: 2, runId: 'run2' }],
        },
      ]);
      expect(await locks.release(staging, { pullRequest: 1, runId: 'run3' })).toMatchObject({
        next: { runId: 'run2' },
      });
    });

    it('hands over what a closed pull request kept', async () => {
      await locks.keep({ ...wanted(1, 'run1'), expiresAfterMinutes: null });
      await locks.take(wanted(2, 'run2'));
      expect(await others.releasePullRequest({ repository, pullRequest: 1 })).toMatchObject([
        { runId: 'run2' },
      ]);
    });

    it('locks by hand: with a reason, for one pull request, until it is unlocked', async () => {
      const entry = { ...wanted(1, 'run1'), reason: 'Load test.', expiresAfterMinutes: null };
      expect(await locks.keep(entry)).toMatchObject({
        kind: 'held',
        lock: { runId: null, sticky: true, reason: 'Load test.', expiresAt: null },
      });
      expect(await others.keep({ ...entry, pullRequest: 2 })).toMatchObject({ kind: 'refused' });
      expect(await others.keep({ ...entry, reason: 'Still.' })).toMatchObject({ lock: { reason: 'Still.' } });
      expect(await others.unlock({ ...staging, force: false })).toMatchObject({
        kind: 'unlocked',
        next: null,
      });
      expect(await others.unlock({ ...staging, force: false })).toEqual({ kind: 'free' });
    });

    it('does not take a lock away from a run at work, unless by force', async () => {
      await locks.take(wanted(1, 'run1'));
      await locks.take(wanted(2, 'run2'));
      expect(await others.unlock({ ...staging, force: false })).toMatchObject({
        kind: 'busy',
        lock: { runId: 'run1' },
      });
      expect(await others.unlock({ ...staging, force: true })).toMatchObject({
        kind: 'unlocked',
        next: { runId: 'run2' },
      });
      expect(await locks.take({ ...wanted(1, 'run1'), whenHeld: 'refuse' })).toMatchObject({
        kind: 'refused',
      });
    });

    it('frees what has expired', async () => {
      await locks.take({ ...wanted(1, 'run1'), expiresAfterMinutes: 0 });
      expect(await locks.read(staging)).toBeNull();
      expect(await locks.list(repository)).toEqual([]);
      expect(await others.take(wanted(2, 'run2'))).toMatchObject({ kind: 'held' });
      expect(await locks.release(staging, { pullRequest: 1, runId: 'run1' })).toEqual({
        kind: 'not-held',
        next: null,
      });
    });

    it('does not tell environments apart by case, and repositories and the global lock it does', async () => {
      await locks.take({ ...wanted(1, 'run1'), environment: 'Staging' });
      expect(await others.take(wanted(2, 'run2'))).toMatchObject({ kind: 'queued' });
      expect(await locks.read({ ...staging, environment: globalLock })).toBeNull();
      await locks.keep({ ...wanted(3, 'run3'), environment: globalLock });
      expect(await others.take({ ...wanted(2, 'run2'), repository: 'octo/other' })).toMatchObject({
        kind: 'held',
      });
      expect((await locks.list(repository)).map(({ environment }) => environment)).toEqual(['*', 'staging']);
    });
  });
}
