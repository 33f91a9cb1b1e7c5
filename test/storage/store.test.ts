import { afterAll, describe } from 'vitest';
import { startPostgres } from '../runs/engine/postgres-backend.ts';
import { sqliteBackend } from '../runs/engine/sqlite-backend.ts';
import { describeApprovalsContract } from './approvals-contract.ts';
import { describeCiContract } from './ci-contract.ts';
import { describeIssuesContract } from './issues-contract.ts';
import { describeLocksContract } from './locks-contract.ts';
import { describeStoreContract } from './store-contract.ts';

const sqlite = sqliteBackend();
const postgres = await startPostgres();
afterAll(() => Promise.all([sqlite.remove(), postgres.stop()]));
if (postgres.missing !== undefined) console.warn(`Skipped the store on PostgreSQL: ${postgres.missing}.`);

describeStoreContract('SQLite', sqlite);
describeLocksContract('SQLite', sqlite);
describeApprovalsContract('SQLite', sqlite);
describeCiContract('SQLite', sqlite);
describeIssuesContract('SQLite', sqlite);
describe.skipIf(postgres.missing !== undefined)('PostgreSQL', () => {
  describeStoreContract('PostgreSQL', postgres);
  describeLocksContract('PostgreSQL', postgres);
  describeApprovalsContract('PostgreSQL', postgres);
  describeCiContract('PostgreSQL', postgres);
  describeIssuesContract('PostgreSQL', postgres);
});
