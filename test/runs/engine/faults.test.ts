import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEngine, RunHandler } from '../../../src/contracts/engine.ts';
import { silentLogger } from '../../../src/logger.ts';
import type { Database } from '../../../src/storage/database.ts';
import { createRunStore, type RunStore } from '../../../src/storage/run-store.ts';
import { type EngineOverrides, engineOn, open, patience, runRow } from './backend.ts';
import { runRequest } from './run-requests.ts';
import { sqliteBackend } from './sqlite-backend.ts';

const backend = sqliteBackend();
afterAll(() => backend.remove());

describe('run engine when the database fails', () => {
  let database: Database;
  let engine: RunEngine | undefined;
  beforeEach(async () => {
    database = await open(await backend.emptyLocation());
  });
  afterEach(async () => {
    await engine?.stop({ timeoutMs: 0 });
    await database.close();
  });

  const started = async (handler: RunHandler, overrides: EngineOverrides): Promise<RunEngine> => {
    engine = engineOn(database, overrides);
    await engine.start(handler);
    return engine;
  };
  const ended = (id: string, status = 'done') =>
    expect.poll(async () => (await runRow(database, id)).status, patience).toBe(status);

  it('runs what a claim took whose answer was lost', async () => {
    let lost = 0;
    const wrap = (runs: RunStore): RunStore => ({
      ...runs,
      claim: async (worker, options) => {
        const claimed = await runs.claim(worker, options);
        if (claimed.length > 0 && (lost += 1) === 1) throw new Error('connection reset');
        return claimed;
      },
    });
    const subject = await started(async () => undefined, { wrap });
    await subject.enqueue([runRequest('a')]);
    await ended('a');
    expect(lost).toBe(2);
  });

  it('does not repeat an effect whose result could not be journalled, nor count it as a failure', async () => {
    let failures = 0;
    const wrap = (runs: RunStore): RunStore => ({
      ...runs,
      done: async (claim, entry) => {
        if ((failures += 1) === 1) throw new Error('disk full');
        return await runs.done(claim, entry);
      },
    });
    const outside: string[] = [];
    const swallowed: string[] = [];
    const subject = await started(
      async context => {
        await context
          .effect('send', {
            perform: async key => void outside.push(key),
            reconcile: async key => (outside.includes(key) ? null : undefined),
          })
          .catch(() => undefined);
        // A handler that swallows the fault must not get any further with it.
        await context.step('after', async () => void swallowed.push('after')).catch(() => undefined);
      },
      { wrap },
    );
    await subject.enqueue([runRequest('a')]);
    await ended('a');
    expect(outside).toEqual(['a:send']);
    expect(swallowed).toEqual(['after']);
    expect((await runRow(database, 'a')).attempts).toBe(0);
  });

  it('keeps telling the database how a run ended until it listens', async () => {
    let failures = 0;
    const wrap = (runs: RunStore): RunStore => ({
      ...runs,
      finish: async (claim, end) => {
        if ((failures += 1) === 1) throw new Error('connection reset');
        return await runs.finish(claim, end);
      },
    });
    let handled = 0;
    const subject = await started(async () => void (handled += 1), { wrap });
    await subject.enqueue([runRequest('a')]);
    await ended('a');
    expect(handled).toBe(1);
  });

  it('refuses a delivery it cannot store and takes the next', async () => {
    const wrap = (runs: RunStore): RunStore => ({
      ...runs,
      insert: async rows => {
        if (rows.some(row => row.id === 'bad')) throw new Error('disk full');
        return await runs.insert(rows);
      },
    });
    const subject = await started(async () => undefined, { wrap });
    const [good, bad] = await Promise.allSettled([
      subject.enqueue([runRequest('good')]),
      subject.enqueue([runRequest('bad')]),
    ]);
    expect(good).toEqual({ status: 'fulfilled', value: ['enqueued'] });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'enqueue-failed', retryable: true } });
    await ended('good');
  });

  it('keeps a request of a newer release for a newer worker, loudly', async () => {
    const errors: string[] = [];
    const logger = { ...silentLogger, error: (message: string) => void errors.push(message) };
    const runs = createRunStore(database);
    await runs.insert([
      { id: 'new', request: JSON.stringify({ ...runRequest('new'), task: { kind: 'teleport' } }) },
    ]);
    await runs.insert([{ id: 'broken', request: '{' }]);
    const seen: string[] = [];
    const subject = await started(async ({ request }) => void seen.push(request.id), {
      logger: { ...logger, child: () => logger },
    });
    await subject.enqueue([runRequest('a')]);
    await ended('a');
    await expect
      .poll(() => subject.status(), patience)
      .toEqual({ queued: 2, running: 0, waiting: 0, failed: 0 });
    expect(seen).toEqual(['a']);
    expect(errors).toHaveLength(2);
  });

  it('gives up a run that takes every worker down with it', async () => {
    const runs = createRunStore(database);
    await runs.insert([{ id: 'poison', request: JSON.stringify(runRequest('poison')) }]);
    for (const id of ['w1', 'w2', 'w3', 'w4', 'w5']) {
      const claimed = await runs.claim(
        { id, processSpace: null, pid: 1, processStart: null },
        { limit: 1, leaseMs: 60_000 },
      );
      expect(claimed).toHaveLength(1);
      await runs.expire([id]);
      expect(await runs.sweep(5)).toEqual([{ runId: 'poison', failed: id === 'w5' }]);
    }
    expect(await runRow(database, 'poison')).toMatchObject({ status: 'failed', error_code: 'worker-died' });
  });

  it('lets the last worker only bring the outside of such a run to an end', async () => {
    const runs = createRunStore(database);
    await runs.insert([{ id: 'poison', request: JSON.stringify(runRequest('poison')) }]);
    for (const id of ['w1', 'w2', 'w3', 'w4']) {
      const worker = { id, processSpace: null, pid: 1, processStart: null };
      await runs.claim(worker, { limit: 1, leaseMs: 60_000 });
      await runs.expire([id]);
      await runs.sweep(5);
    }
    const seen: unknown[] = [];
    const subject = await started(async ({ request, givenUp, lastAttempt }) => {
      seen.push({ id: request.id, givenUp, lastAttempt });
    }, {});
    await ended('poison');
    await subject.enqueue([runRequest('healthy')]);
    await ended('healthy');
    expect(seen).toEqual([
      { id: 'poison', givenUp: true, lastAttempt: true },
      { id: 'healthy', givenUp: false, lastAttempt: false },
    ]);
  });

  it('forgets ended runs and their journals after the retention, never others', async () => {
    const subject = await started(async ({ request, ...context }) => {
      await context.step('one', async () => 1);
      if (request.id === 'failing') throw new Error('no');
    }, {});
    await subject.enqueue([runRequest('a'), runRequest('failing')]);
    await ended('a');
    await ended('failing', 'failed');
    await subject.stop({ timeoutMs: 1_000 });
    await subject.enqueue([runRequest('waiting')]);
    const runs = createRunStore(database);
    expect(await runs.prune(60_000)).toBe(0);
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(await runs.prune(0)).toBe(2);
    expect(await runs.entries('a')).toEqual([]);
    expect((await runRow(database, 'waiting')).status).toBe('queued');
  });
});
