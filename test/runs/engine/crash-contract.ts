import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEngine } from '../../../src/contracts/engine.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { DatabaseLocation } from '../../../src/storage/open-database.ts';
import { createRunStore } from '../../../src/storage/run-store.ts';
import { type Backend, type EngineOverrides, engineOn, open, patience, runRow } from './backend.ts';
import { type Child, startChild } from './child.ts';
import { carryOutExample, type OutsideWorld, outsideWorld } from './outside-world.ts';
import { runRequest } from './run-requests.ts';

/**
 * Storage calls and effects of the example run, before and after each: claim (1), read the journal (2), step
 * (4), effect (6), step (4), effect (6), end (2).
 */
const boundaries = Array.from({ length: 25 }, (_, index) => index + 1);

/** What every database behind the engine must hold when processes die, stop and meet. */
export function describeCrashContract(name: string, backend: Backend): void {
  describe(`run engine on ${name}, across processes`, () => {
    let location: DatabaseLocation;
    let directory: string;
    let world: OutsideWorld;
    let database: Database;
    let engine: RunEngine | undefined;
    const children: Child[] = [];

    beforeEach(async () => {
      location = await backend.emptyLocation();
      directory = mkdtempSync(join(tmpdir(), 'devops-world-'));
      world = outsideWorld(directory);
    });
    afterEach(async () => {
      for (const child of children) child.process.kill('SIGKILL');
      await Promise.all(children.splice(0).map(child => child.ended));
      await engine?.stop({ timeoutMs: 1_000 });
      engine = undefined;
      await database.close();
      rmSync(directory, { recursive: true });
    });

    const child = (instructions: Omit<Parameters<typeof startChild>[0], 'location'>): Child => {
      const started = startChild({ location, ...instructions });
      children.push(started);
      return started;
    };
    const survivor = async (overrides: EngineOverrides = {}): Promise<void> => {
      database = await open(location);
      engine = engineOn(database, overrides);
      await engine.start(context => carryOutExample(context, world));
    };
    const ended = (id: string) =>
      expect.poll(async () => (await runRow(database, id)).status, patience).toBe('done');

    const atWaitingStep = async (id: string): Promise<void> => {
      const looking = await open(location);
      const entries = () => createRunStore(looking).entries(id);
      await expect
        .poll(entries, patience)
        .toContainEqual(expect.objectContaining({ name: 'comment', state: 'done' }));
      await looking.close();
    };

    it.each(boundaries)(
      'killed at boundary %i, the run is finished by another, each effect once',
      async dieAt => {
        world.put('go');
        // A minute's lease: what is finished in time was freed because the process is known to be dead.
        const dead = child({ enqueue: ['run'], world: directory, dieAt });
        expect(await dead.ended).toBe('SIGKILL');
        await survivor();
        await ended('run');
        expect(world.lines()).toEqual(['run:comment', 'run:check']);
      },
    );

    it('the boundaries above are all there are', async () => {
      world.put('go');
      const alive = child({ enqueue: ['run'], world: directory, dieAt: boundaries.length + 1 });
      database = await open(location);
      await expect.poll(() => alive.lines, patience).toContain('working');
      await ended('run');
      alive.process.kill('SIGTERM');
      expect(await alive.ended).toBe(0);
    });

    it('takes over by the lease when nobody can tell whether the process is dead', async () => {
      const dead = child({ enqueue: ['run'], world: directory, leaseMs: 500 });
      await expect.poll(() => world.lines(), patience).toHaveLength(1);
      dead.process.kill('SIGKILL');
      world.put('go');
      await survivor({ leaseMs: 500, process: { processSpace: null, pid: 1, processStart: null } });
      await ended('run');
      expect(world.lines()).toEqual(['run:comment', 'run:check']);
    });

    it('a paused worker that comes back after a take-over does nothing further, and works on', async () => {
      const zombie = child({ enqueue: ['run'], world: directory, leaseMs: 500 });
      await expect.poll(() => world.lines(), patience).toHaveLength(1);
      await atWaitingStep('run');
      zombie.process.kill('SIGSTOP');
      await survivor({ leaseMs: 500 });
      await expect.poll(async () => (await holder(database, 'run')).fence, patience).toBe(2);
      // Both are in the waiting step now; the zombie wakes first and would be the first to write.
      zombie.process.kill('SIGCONT');
      world.put('go');
      await ended('run');
      expect(world.lines()).toEqual(['run:comment', 'run:check']);
      await engine?.stop({ timeoutMs: 1_000 });
      await engine?.enqueue([runRequest('next')]);
      await ended('next');
      expect(world.lines()).toEqual(['run:comment', 'run:check', 'next:comment', 'next:check']);
    });

    it('keeps a long run as long as its worker lives', async () => {
      const slow = child({ enqueue: ['run'], world: directory, leaseMs: 300 });
      await expect.poll(() => world.lines(), patience).toHaveLength(1);
      await survivor({ leaseMs: 300 });
      await new Promise(resolve => setTimeout(resolve, 1_200));
      world.put('go');
      await ended('run');
      expect((await holder(database, 'run')).fence).toBe(1);
      expect(world.lines()).toEqual(['run:comment', 'run:check']);
      slow.process.kill('SIGTERM');
    });

    it('several processes on an empty database with the same deliveries enqueue each once', async () => {
      const ids = Array.from({ length: 60 }, (_, index) => `delivery-${index}`);
      const all = [1, 2, 3].map(() => child({ deliveries: ids.length }));
      expect(await Promise.all(all.map(each => each.ended))).toEqual([0, 0, 0]);
      const answers = all.flatMap(each => each.lines);
      expect(answers).toHaveLength(3 * ids.length);
      const enqueued = answers.filter(line => line.startsWith('enqueued '));
      expect(enqueued.toSorted()).toEqual(ids.map(id => `enqueued ${id}`).toSorted());
      database = await open(location);
    });

    it('loses no acknowledged request when killed while it enqueues', async () => {
      const deliveries = 20_000;
      const dead = child({ deliveries });
      await expect.poll(() => dead.lines.length, patience).toBeGreaterThan(100);
      dead.process.kill('SIGKILL');
      expect(await dead.ended).toBe('SIGKILL');
      database = await open(location);
      const stored = new Set(
        (await database.query.selectFrom('runs').select('id').execute()).map(row => row.id),
      );
      const acknowledged = dead.lines
        .filter(line => / delivery-\d+$/.test(line))
        .map(line => line.split(' ')[1] ?? '');
      expect(acknowledged.filter(id => !stored.has(id))).toEqual([]);
      expect(stored.size).toBeLessThan(deliveries);
    });
  });
}

async function holder(database: Database, id: string) {
  return await database.query
    .selectFrom('runs')
    .select(['owner', 'fence'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
