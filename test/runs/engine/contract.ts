import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunContext, RunEngine, RunHandler } from '../../../src/contracts/engine.ts';
import { AppError } from '../../../src/errors.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { DatabaseLocation } from '../../../src/storage/open-database.ts';
import { type Backend, type EngineOverrides, engineOn, open, patience, runRow } from './backend.ts';
import { runRequest } from './run-requests.ts';

const busyGitHub = () => new AppError({ code: 'github-busy', publicMessage: 'Busy.', retryable: true });
const brokenPlan = () => new AppError({ code: 'plan-broken', publicMessage: 'Broken.' });

/** What every database behind the engine must hold, in one process. */
export function describeEngineContract(name: string, backend: Backend): void {
  describe(`run engine on ${name}`, () => {
    let location: DatabaseLocation;
    let database: Database;
    const opened: Database[] = [];
    const engines: RunEngine[] = [];

    beforeEach(async () => {
      location = await backend.emptyLocation();
      database = await open(location);
      opened.push(database);
    });
    afterEach(async () => {
      await Promise.all(engines.splice(0).map(engine => engine.stop({ timeoutMs: 0 })));
      await Promise.all(opened.splice(0).map(each => each.close()));
    });

    const engine = (overrides?: EngineOverrides, on: Database = database): RunEngine => {
      const created = engineOn(on, overrides);
      engines.push(created);
      return created;
    };
    const started = async (handler: RunHandler, overrides?: EngineOverrides): Promise<RunEngine> => {
      const created = engine(overrides);
      await created.start(handler);
      return created;
    };
    const ended = (id: string, status: string) =>
      expect.poll(async () => (await runRow(database, id)).status, patience).toBe(status);

    it('tells duplicates from new requests, within one commit and across commits', async () => {
      const subject = engine();
      const together = await Promise.all([
        subject.enqueue([runRequest('a'), runRequest('b')]),
        subject.enqueue([runRequest('b'), runRequest('c'), runRequest('c')]),
      ]);
      expect(together).toEqual([
        ['enqueued', 'enqueued'],
        ['duplicate', 'enqueued', 'duplicate'],
      ]);
      expect(await subject.enqueue([runRequest('a')])).toEqual(['duplicate']);
      expect(await subject.enqueue([])).toEqual([]);
      expect(await subject.status()).toEqual({ queued: 3, running: 0, waiting: 0, failed: 0 });
    });

    it('hands the handler the request as it was enqueued', async () => {
      const seen: unknown[] = [];
      const request = { ...runRequest('odd'), deliveryId: 'NUL \0, lone \ud800, 𝒳, "quoted"' };
      const subject = await started(async ({ request: got }) => void seen.push(got));
      await subject.enqueue([request]);
      await ended('odd', 'done');
      expect(seen).toEqual([request]);
    });

    it('runs at most the configured number at once and all of them in the end', async () => {
      let now = 0;
      let most = 0;
      const three = Promise.withResolvers<void>();
      const subject = await started(
        async () => {
          most = Math.max(most, (now += 1));
          if (now === 3) three.resolve();
          await three.promise;
          await delay(5);
          now -= 1;
        },
        { concurrency: 3 },
      );
      await subject.enqueue(Array.from({ length: 12 }, (_, index) => runRequest(`r${index}`)));
      await expect
        .poll(() => subject.status(), patience)
        .toEqual({ queued: 0, running: 0, waiting: 0, failed: 0 });
      expect(most).toBe(3);
    });

    it('two engines never run the same run', async () => {
      const seen: string[] = [];
      const other = await open(location);
      opened.push(other);
      const handler: RunHandler = async ({ request }) => void seen.push(request.id);
      const ids = Array.from({ length: 40 }, (_, index) => `r${index}`);
      await engine({}, other).start(handler);
      const subject = await started(handler);
      await subject.enqueue(ids.map(runRequest));
      await expect
        .poll(() => subject.status(), patience)
        .toEqual({ queued: 0, running: 0, waiting: 0, failed: 0 });
      expect(seen.toSorted()).toEqual(ids.toSorted());
    });

    it('gives a retried run its results back, as JSON, without running the steps again', async () => {
      const performed: string[] = [];
      const results: unknown[] = [];
      let tries = 0;
      const subject = await started(async context => {
        results.push(
          await context.step('read', async () => {
            performed.push('read');
            return { at: new Date(0), missing: undefined };
          }),
          await context.step('nothing', async () => void performed.push('nothing')),
          await context.effect('send', {
            perform: async key => {
              performed.push(key);
              return 42;
            },
            reconcile: async () => undefined,
          }),
        );
        tries += 1;
        if (tries < 3) throw busyGitHub();
      });
      await subject.enqueue([runRequest('a')]);
      await ended('a', 'done');
      expect(performed).toEqual(['read', 'nothing', 'a:send']);
      const once = [{ at: '1970-01-01T00:00:00.000Z' }, undefined, 42];
      expect(results).toEqual([...once, ...once, ...once]);
    });

    it('joins two calls of one name that are under way together', async () => {
      let performed = 0;
      const subject = await started(async context => {
        await Promise.all([
          context.step('one', async () => delay(5, (performed += 1))),
          context.step('one', async () => 0),
        ]);
      });
      await subject.enqueue([runRequest('a')]);
      await ended('a', 'done');
      expect(performed).toBe(1);
    });

    it('looks outside before it repeats an effect that threw in doubt', async () => {
      const outside: string[] = [];
      const reconciled: string[] = [];
      const effect = (context: RunContext, effectName: string, happens: boolean) =>
        context.effect(effectName, {
          perform: async key => {
            if (happens || outside.includes('tried')) outside.push(key);
            if (!outside.includes('tried')) {
              outside.push('tried');
              throw busyGitHub();
            }
            return 'performed';
          },
          reconcile: async key => {
            reconciled.push(key);
            return outside.includes(key) ? 'reconciled' : undefined;
          },
        });
      const results: string[] = [];
      const subject = await started(async context => {
        results.push(await effect(context, context.request.id, context.request.id === 'happened'));
      });
      await subject.enqueue([runRequest('happened')]);
      await ended('happened', 'done');
      expect(outside).toEqual(['happened:happened', 'tried']);
      outside.splice(0);
      await subject.enqueue([runRequest('not')]);
      await ended('not', 'done');
      expect(outside).toEqual(['tried', 'not:not']);
      expect(reconciled).toEqual(['happened:happened', 'not:not']);
      expect(results).toEqual(['reconciled', 'performed']);
    });

    it('tries a retryable failure again, at most maxAttempts times, and says which one is the last', async () => {
      const last: boolean[] = [];
      const subject = await started(async ({ lastAttempt }) => {
        last.push(lastAttempt);
        throw busyGitHub();
      });
      await subject.enqueue([runRequest('a')]);
      await ended('a', 'failed');
      expect(last).toEqual([false, false, false, true]);
      expect(await runRow(database, 'a')).toMatchObject({ error_code: 'github-busy', owner: null });
      expect(await subject.status()).toEqual({ queued: 0, running: 0, waiting: 0, failed: 1 });
    });

    it.each([
      ['a final AppError', brokenPlan, 'plan-broken'],
      ['any other error', () => new TypeError('x is undefined'), 'unexpected-error'],
    ])('fails at once on %s', async (_name, error, code) => {
      let tries = 0;
      const subject = await started(async () => {
        tries += 1;
        throw error();
      });
      await subject.enqueue([runRequest('a')]);
      await ended('a', 'failed');
      expect(tries).toBe(1);
      expect((await runRow(database, 'a')).error_code).toBe(code);
    });

    it('cancels a queued run before it begins, and only once', async () => {
      const subject = engine();
      await subject.enqueue([runRequest('a')]);
      expect(await subject.cancel('a')).toBe(true);
      expect(await subject.cancel('a')).toBe(false);
      expect(await subject.cancel('unknown')).toBe(false);
      const seen: string[] = [];
      await subject.start(async ({ request }) => void seen.push(request.id));
      await subject.enqueue([runRequest('b')]);
      await ended('b', 'done');
      expect(seen).toEqual(['b']);
      expect((await runRow(database, 'a')).status).toBe('cancelled');
    });

    it.each(['the same process', 'another process'])('cancels a running run from %s', async from => {
      const reported: string[] = [];
      const waiting = Promise.withResolvers<void>();
      const subject = await started(async context => {
        const { signal } = context;
        waiting.resolve();
        await untilAborted(signal);
        await context.effect('report', {
          perform: async key => void reported.push(key),
          reconcile: async () => undefined,
        });
        signal.throwIfAborted();
      });
      await subject.enqueue([runRequest('a')]);
      await waiting.promise;
      expect(await (from === 'the same process' ? subject : engine()).cancel('a')).toBe(true);
      await ended('a', 'cancelled');
      expect(reported).toEqual(['a:report']);
    });

    it('lets a cancelled run that waits for its next attempt wind up', async () => {
      const aborted: boolean[] = [];
      const retry = { maxAttempts: 3, baseDelayMs: 3_600_000, maxDelayMs: 3_600_000 };
      const subject = await started(
        async ({ signal }) => {
          aborted.push(signal.aborted);
          throw busyGitHub();
        },
        { retry },
      );
      await subject.enqueue([runRequest('a')]);
      await expect.poll(async () => (await runRow(database, 'a')).attempts, patience).toBe(1);
      expect(await subject.cancel('a')).toBe(true);
      await ended('a', 'cancelled');
      expect(aborted).toEqual([false, true]);
    });

    it('a graceful stop lets runs end and takes no new ones', async () => {
      const begun = Promise.withResolvers<void>();
      const subject = await started(async () => {
        begun.resolve();
        await delay(50);
      });
      await subject.enqueue([runRequest('a')]);
      await begun.promise;
      const stopped = subject.stop({ timeoutMs: 10_000 });
      await subject.enqueue([runRequest('b')]);
      await stopped;
      expect((await runRow(database, 'a')).status).toBe('done');
      expect((await runRow(database, 'b')).status).toBe('queued');
    });

    it('a stop that runs out of time gives the run back, and it resumes where it was', async () => {
      const performed: string[] = [];
      const begun = Promise.withResolvers<void>();
      const subject = await started(async context => {
        const { signal } = context;
        await context.step('first', async () => void performed.push('first'));
        begun.resolve();
        await untilAborted(signal);
        // Like a handler that takes the abort for a cancellation: nothing it does now may count.
        await context.step('second', async () => void performed.push('too late')).catch(() => undefined);
      });
      await subject.enqueue([runRequest('a')]);
      await begun.promise;
      await subject.stop({ timeoutMs: 100 });
      expect(await runRow(database, 'a')).toMatchObject({ status: 'queued', attempts: 0 });
      await started(async context => {
        await context.step('first', async () => void performed.push('first again'));
        await context.step('second', async () => void performed.push('second'));
      });
      await ended('a', 'done');
      expect(performed).toEqual(['first', 'second']);
    });

    it('does not hand a run on while its effect may still be under way here', async () => {
      const begun = Promise.withResolvers<void>();
      const outside = Promise.withResolvers<void>();
      const subject = await started(async context => {
        begun.resolve();
        await context.effect('slow', { perform: () => outside.promise, reconcile: async () => undefined });
      });
      await subject.enqueue([runRequest('a')]);
      await begun.promise;
      await delay(20);
      await subject.stop({ timeoutMs: 0 });
      expect((await runRow(database, 'a')).status).toBe('running');
      outside.resolve();
    });
  });
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }));
}
