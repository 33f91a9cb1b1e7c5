import { afterAll, describe, expect, it } from 'vitest';
import { createRunStore } from '../../../src/storage/run-store.ts';
import { open } from './backend.ts';
import { describeEngineContract } from './contract.ts';
import { describeCrashContract } from './crash-contract.ts';
import { startPostgres } from './postgres-backend.ts';
import { describeWaitingContract } from './waiting-contract.ts';

const backend = await startPostgres();
afterAll(() => backend.stop());
if (backend.missing !== undefined) console.warn(`Skipped the engine on PostgreSQL: ${backend.missing}.`);

describe.skipIf(backend.missing !== undefined)('PostgreSQL', () => {
  describeEngineContract('PostgreSQL', backend);
  describeCrashContract('PostgreSQL', backend);
  describeWaitingContract('PostgreSQL', backend);

  it('takes over a run whose worker hangs inside a transaction', async () => {
    const location = await backend.emptyLocation();
    const [database, hanging] = await Promise.all([open(location), open(location)]);
    const runs = createRunStore(database);
    await runs.insert([{ id: 'run', request: '{}' }]);
    await runs.claim({ id: 'w1', processSpace: null, pid: 1, processStart: null }, { limit: 1, leaseMs: 1 });
    const locked = Promise.withResolvers<void>();
    const resumed = Promise.withResolvers<void>();
    const transaction = hanging.query.transaction().execute(async lock => {
      await lock.updateTable('runs').set({ abandoned: 0 }).where('id', '=', 'run').execute();
      locked.resolve();
      await resumed.promise;
      await lock.selectFrom('runs').select('id').execute();
    });
    await locked.promise;
    // The server ends the transaction of a client that says nothing for five seconds.
    await expect
      .poll(() => runs.sweep(5), { timeout: 15_000, interval: 100 })
      .toEqual([{ runId: 'run', failed: false }]);
    resumed.resolve();
    await expect(transaction).rejects.toThrow(/terminat|not queryable|closed/);
    await Promise.all([database.close(), hanging.close()]);
  });
});
