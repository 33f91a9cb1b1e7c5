import type { Logger } from '../../../src/logger.ts';
import { silentLogger } from '../../../src/logger.ts';
import { createRunEngine, type RunEngineOptions } from '../../../src/runs/engine/run-engine.ts';
import type { Database } from '../../../src/storage/database.ts';
import { type DatabaseLocation, openDatabase } from '../../../src/storage/open-database.ts';
import { createRunStore, type RunStore } from '../../../src/storage/run-store.ts';

/** A kind of database the contract is held against. */
export type Backend = {
  /** A new, empty place; nothing is created in it yet. */
  readonly emptyLocation: () => Promise<DatabaseLocation>;
};

export type EngineOverrides = Partial<RunEngineOptions> & {
  /** Puts faults between the engine and its store. */
  readonly wrap?: (runs: RunStore) => RunStore;
};

/** Short times, so that tests end soon; every one can be overridden. */
export const quick = {
  leaseMs: 60_000,
  pollMs: 20,
  retry: { maxAttempts: 4, baseDelayMs: 1, maxDelayMs: 5 },
  logger: silentLogger,
};

/** How long tests wait for something that should happen, milliseconds; generous for loaded machines. */
export const patience = { timeout: 100_000, interval: 10 };

/** An engine over an open database with test timings. */
export function engineOn(database: Database, { wrap, ...overrides }: EngineOverrides = {}) {
  const runs = createRunStore(database);
  return createRunEngine({ ...quick, runs: wrap === undefined ? runs : wrap(runs), ...overrides });
}

/** Opens a database without log. */
export function open(location: DatabaseLocation, logger: Logger = silentLogger): Promise<Database> {
  return openDatabase(location, logger);
}

/** How a run ended, or where it stands. */
export async function runRow(database: Database, id: string) {
  return await database.query
    .selectFrom('runs')
    .select(['status', 'attempts', 'error_code', 'owner'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
