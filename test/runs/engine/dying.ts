import type { RunStore } from '../../../src/storage/run-store.ts';
import type { OutsideWorld } from './outside-world.ts';

/** Calls `pass` right before and right after every storage call that carries a run forward. */
export function dyingStore(runs: RunStore, pass: () => void): RunStore {
  const around =
    <Args extends readonly unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      pass();
      const result = await call(...args);
      pass();
      return result;
    };
  return {
    ...runs,
    entries: around((...args: Parameters<RunStore['entries']>) => runs.entries(...args)),
    holds: around((...args: Parameters<RunStore['holds']>) => runs.holds(...args)),
    started: around((...args: Parameters<RunStore['started']>) => runs.started(...args)),
    done: around((...args: Parameters<RunStore['done']>) => runs.done(...args)),
    finish: around((...args: Parameters<RunStore['finish']>) => runs.finish(...args)),
    // Most claims find nothing; only those that took a run are boundaries.
    claim: async (worker, options) => {
      const claimed = await runs.claim(worker, options);
      if (claimed.length > 0) pass();
      return claimed;
    },
  };
}

/** Calls `pass` right before and right after every effect. */
export function dyingWorld(world: OutsideWorld, pass: () => void): OutsideWorld {
  return {
    ...world,
    append: line => {
      pass();
      world.append(line);
      pass();
    },
  };
}
