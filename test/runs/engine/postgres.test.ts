import { afterAll, describe } from 'vitest';
import { describeEngineContract } from './contract.ts';
import { describeCrashContract } from './crash-contract.ts';
import { startPostgres } from './postgres-backend.ts';

const backend = await startPostgres();
afterAll(() => backend.stop());
if (backend.missing !== undefined) console.warn(`Skipped the engine on PostgreSQL: ${backend.missing}.`);

describe.skipIf(backend.missing !== undefined)('PostgreSQL', () => {
  describeEngineContract('PostgreSQL', backend);
  describeCrashContract('PostgreSQL', backend);
});
