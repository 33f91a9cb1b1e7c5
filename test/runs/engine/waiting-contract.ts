import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEngine, RunHandler } from '../../../src/contracts/engine.ts';
import type { Database } from '../../../src/storage/database.ts';
import { type Backend, type EngineOverrides, engineOn, open, patience, runRow } from './backend.ts';
import { runRequest } from './run-requests.ts';

const anHourMs = 3_600_000;

/** What waiting without a worker must hold on every database. */
export function describeWaitingContract(name: string, backend: Backend): void {
  describe(`waiting runs on ${name}`, () => {
    let database: Database;
    const engines: RunEngine[] = [];
    beforeEach(async () => {
      database = await open(await backend.emptyLocation());
    });
    afterEach(async () => {
      await Promise.all(engines.splice(0).map(engine => engine.stop({ timeoutMs: 0 })));
      await database.close();
    });

    const started = async (handler: RunHandler, overrides?: EngineOverrides): Promise<RunEngine> => {
      const created = engineOn(database, overrides);
      engines.push(created);
      await created.start(handler);
      return created;
    };
    const waitingOnly = { queued: 0, running: 0, waiting: 1, failed: 0 };

    it('hold no worker, are counted apart, and continue from their journal when they are woken', async () => {
      const performed: string[] = [];
      let isOpen = false;
      const subject = await started(
        async context => {
          await context.step('begin', async () => void performed.push('begin'));
          if (context.request.id === 'other') return undefined;
          if (!isOpen) return { kind: 'waiting', delayMs: anHourMs };
          await context.step('end', async () => void performed.push('end'));
          return undefined;
        },
        { concurrency: 1 },
      );
      await subject.enqueue([runRequest('a')]);
      await expect.poll(() => subject.status(), patience).toEqual(waitingOnly);
      await subject.enqueue([runRequest('other')]);
      await expect.poll(async () => (await runRow(database, 'other')).status, patience).toBe('done');
      isOpen = true;
      await subject.wake(['a', 'other', 'unknown']);
      await expect.poll(async () => (await runRow(database, 'a')).status, patience).toBe('done');
      expect(performed).toEqual(['begin', 'begin', 'end']);
    });

    it('look again by themselves after their delay, any number of times and without counting attempts', async () => {
      let looks = 0;
      const subject = await started(async () => {
        looks += 1;
        return looks > 8 ? undefined : { kind: 'waiting', delayMs: 1 };
      });
      await subject.enqueue([runRequest('a')]);
      await expect.poll(async () => (await runRow(database, 'a')).status, patience).toBe('done');
      expect(looks).toBe(9);
    });

    it('miss no wake-up that comes while they look', async () => {
      let looks = 0;
      const subject = await started(async ({ request }) => {
        looks += 1;
        if (looks > 1) return undefined;
        await subject.wake([request.id]);
        return { kind: 'waiting', delayMs: anHourMs };
      });
      await subject.enqueue([runRequest('a')]);
      await expect.poll(async () => (await runRow(database, 'a')).status, patience).toBe('done');
      expect(looks).toBe(2);
    });

    it('are told at once that they are cancelled, and may wait on to wind up', async () => {
      const aborted: boolean[] = [];
      const subject = await started(async ({ signal }) => {
        aborted.push(signal.aborted);
        return aborted.length < 3 ? { kind: 'waiting', delayMs: signal.aborted ? 1 : anHourMs } : undefined;
      });
      await subject.enqueue([runRequest('a')]);
      await expect.poll(() => subject.status(), patience).toEqual(waitingOnly);
      expect(await subject.cancel('a')).toBe(true);
      await expect.poll(async () => (await runRow(database, 'a')).status, patience).toBe('done');
      expect(aborted).toEqual([false, true, true]);
    });
  });
}
