import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunContext } from '../../../src/contracts/engine.ts';

/** A directory that stands for everything outside: effects are lines of a file that survive any process. */
export type OutsideWorld = {
  readonly append: (line: string) => void;
  readonly lines: () => readonly string[];
  readonly has: (file: string) => boolean;
  readonly put: (file: string) => void;
};

/** The outside world kept in a directory. */
export function outsideWorld(directory: string): OutsideWorld {
  const path = (file: string) => join(directory, file);
  const lines = () =>
    existsSync(path('effects')) ? readFileSync(path('effects'), 'utf8').split('\n').slice(0, -1) : [];
  return {
    append: line => appendFileSync(path('effects'), `${line}\n`),
    lines,
    has: file => existsSync(path(file)),
    put: file => appendFileSync(path(file), ''),
  };
}

/** One effect: a line under its idempotency key, found again by looking for it. */
export function writeLine(context: RunContext, world: OutsideWorld, name: string): Promise<string> {
  return context.effect(name, {
    perform: async key => {
      world.append(key);
      return key;
    },
    reconcile: async key => (world.lines().includes(key) ? key : undefined),
  });
}

/**
 * The run every crash test carries out: a step, an effect, a step that waits for the file `go`, a second
 * effect.
 */
export async function carryOutExample(context: RunContext, world: OutsideWorld): Promise<void> {
  await context.step('read', async () => ({ files: 2 }));
  await writeLine(context, world, 'comment');
  await context.step('wait', async () => {
    while (!world.has('go')) await delay(10);
  });
  await writeLine(context, world, 'check');
}
