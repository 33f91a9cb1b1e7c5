import { afterAll, describe, it } from 'vitest';
import { describeEngineContract } from './contract.ts';
import { startPostgres } from './postgres-backend.ts';

const backend = await startPostgres();

if ('missing' in backend) {
  console.warn(`Skipped the engine on PostgreSQL: ${backend.missing}.`);
  describe('run engine on PostgreSQL', () => {
    it.skip(`skipped: ${backend.missing}`, () => undefined);
  });
} else {
  afterAll(() => backend.stop());
  describeEngineContract('PostgreSQL', backend);
}
