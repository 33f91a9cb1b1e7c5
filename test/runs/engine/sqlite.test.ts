import { afterAll } from 'vitest';
import { describeEngineContract } from './contract.ts';
import { describeCrashContract } from './crash-contract.ts';
import { sqliteBackend } from './sqlite-backend.ts';
import { describeWaitingContract } from './waiting-contract.ts';

const backend = sqliteBackend();
afterAll(() => backend.remove());

describeEngineContract('SQLite', backend);
describeCrashContract('SQLite', backend);
describeWaitingContract('SQLite', backend);
