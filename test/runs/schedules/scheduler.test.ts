import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunRequest } from '../../../src/contracts/run.ts';
import type { Store } from '../../../src/contracts/store.ts';
import { silentLogger } from '../../../src/logger.ts';
import { nextTick } from '../../../src/runs/schedules/next-tick.ts';
import { runDueSchedules } from '../../../src/runs/schedules/scheduler.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { createRunStore, type RunStore } from '../../../src/storage/run-store.ts';
import { createStore } from '../../../src/storage/store.ts';

const repository = 'octo/shop';
const target = { owner: 'octo', name: 'shop', defaultBranch: 'main' };
const entry = { name: 'hourly', cron: '0 * * * *', timeZone: 'UTC', work: { kind: 'digest' as const } };
const at = (time: string): Date => new Date(`2026-11-21T${time}Z`);

describe('schedules that are due', () => {
  let dataDir: string;
  let store: Store;
  let runs: RunStore;
  let inserted: string[];
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'devops-schedules-'));
    const database = await openDatabase({ dataDir }, silentLogger);
    store = createStore(database);
    runs = createRunStore(database);
    inserted = [];
    await store.schedules.replace({ repository, installationId: 7, target }, [
      { entry, nextAt: at('08:00:00').toISOString() },
    ]);
  });
  afterEach(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  const enqueue = async (requests: readonly RunRequest[]): Promise<void> => {
    const fresh = await runs.insert(requests.map(({ id }) => ({ id, request: '{}' })));
    inserted.push(...fresh);
  };
  const look = (now: Date, more: Partial<Parameters<typeof runDueSchedules>[0]> = {}) =>
    runDueSchedules({ schedules: store.schedules, enqueue, now: () => now, logger: silentLogger, ...more });
  const next = async () => (await store.schedules.list(repository))[0]?.nextAt;

  it('wait for their moment', async () => {
    expect(await look(at('07:59:59.999'))).toBe(0);
    expect(await look(at('08:00:00'))).toBe(1);
    expect(inserted).toHaveLength(1);
    expect(await next()).toBe(at('09:00:00').toISOString());
  });

  it('run once for all the ticks that were missed', async () => {
    expect(await look(at('13:30:00'))).toBe(1);
    expect(await look(at('13:30:01'))).toBe(0);
    expect(inserted).toHaveLength(1);
    expect(await next()).toBe(at('14:00:00').toISOString());
  });

  it('run once however many processes look at the same time', async () => {
    const moved = await Promise.all(Array.from({ length: 8 }, () => look(at('08:00:00'))));
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(inserted).toHaveLength(1);
  });

  it('run once when the process dies between the run and moving on', async () => {
    const dying = {
      ...store.schedules,
      advance: () => Promise.reject(new Error('killed')),
    };
    await expect(look(at('08:00:00'), { schedules: dying })).rejects.toThrow('killed');
    expect(await look(at('08:20:00'))).toBe(1);
    expect(inserted).toHaveLength(1);
    expect(await look(at('09:00:00'))).toBe(1);
    expect(inserted).toHaveLength(2);
  });

  it('do not move on when the run could not be stored', async () => {
    const failing = () => Promise.reject(new Error('full'));
    await expect(look(at('08:00:00'), { enqueue: failing })).rejects.toThrow('full');
    expect(await look(at('08:00:01'))).toBe(1);
    expect(inserted).toHaveLength(1);
  });

  it('keep a tick that is due when the file changes something else, and lose it with another cron', async () => {
    const of = { repository, installationId: 7, target };
    const later = at('17:00:00').toISOString();
    const changed = { ...entry, work: { kind: 'stale' as const } };
    await store.schedules.replace(of, [{ entry: changed, nextAt: later }]);
    expect(await next()).toBe(at('08:00:00').toISOString());
    await store.schedules.replace(of, [{ entry: { ...entry, cron: '0 17 * * *' }, nextAt: later }]);
    expect(await next()).toBe(later);
    await store.schedules.replace(of, []);
    expect(await next()).toBeUndefined();
  });
});

describe('the next tick', () => {
  const crons = fc.constantFrom(
    '0 * * * *',
    '*/15 * * * *',
    '30 2 * * *',
    '0 7 * * 1',
    '0 0 29 2 *',
    '15 23 31 * *',
  );
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  );
  const moments = fc.date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  it('is always later, and nothing lies in between', () => {
    fc.assert(
      fc.property(crons, zones, moments, (cron, timeZone, after) => {
        const tick = nextTick({ cron, timeZone }, after);
        if (tick === undefined) throw new Error('it comes true again');
        expect(tick.getTime()).toBeGreaterThan(after.getTime());
        expect(tick.getTime() % 60_000).toBe(0);
        const between = new Date(after.getTime() + (tick.getTime() - after.getTime()) / 2);
        expect(nextTick({ cron, timeZone }, between)).toEqual(tick);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['in winter', '2026-01-05T00:00:00Z', '2026-01-05T06:00:00.000Z'],
    ['in summer', '2026-07-06T00:00:00Z', '2026-07-06T05:00:00.000Z'],
  ])('keeps the hour of its time zone %s', (_name, after, expected) => {
    const monday = { cron: '0 7 * * 1', timeZone: 'Europe/Berlin' };
    expect(nextTick(monday, new Date(after))?.toISOString()).toBe(expected);
  });

  it.each([
    [
      'an hour that does not exist comes late, once',
      '30 2 * * *',
      '2026-03-28T12:00:00Z',
      ['03-29T01:00', '03-30T00:30'],
    ],
    [
      'an hour that comes twice counts once',
      '30 2 * * *',
      '2026-10-24T12:00:00Z',
      ['10-25T00:30', '10-26T01:30'],
    ],
    ['every hour in spring', '0 * * * *', '2026-03-29T00:10:00Z', ['03-29T01:00', '03-29T02:00']],
    [
      'every hour in autumn',
      '0 * * * *',
      '2026-10-24T23:10:00Z',
      ['10-25T00:00', '10-25T01:00', '10-25T02:00'],
    ],
  ])('when clocks change: %s', (_name, cron, after, expected) => {
    const ticks: string[] = [];
    let last = new Date(after);
    for (const _ of expected) {
      last = nextTick({ cron, timeZone: 'Europe/Berlin' }, last) ?? last;
      ticks.push(last.toISOString().slice(5, 16));
    }
    expect(ticks).toEqual(expected);
  });
});
