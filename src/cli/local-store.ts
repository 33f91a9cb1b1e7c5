import { join } from 'node:path';
import type { Store } from '../contracts/store.ts';
import { silentLogger } from '../logger.ts';
import { type DatabaseLocation, openDatabase } from '../storage/open-database.ts';
import { createStore } from '../storage/store.ts';
import { UsageError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';

/**
 * Where the terminal keeps traces and keys, and looks at a server's: `DATABASE_URL`, else `DATA_DIR`, else the user's
 * own state folder. Undefined where there is none of them.
 */
export function storeLocation({ environment }: Pick<Terminal, 'environment'>): DatabaseLocation | undefined {
  const { DATABASE_URL, DATA_DIR, XDG_STATE_HOME, HOME } = environment;
  if (isSet(DATABASE_URL)) return { databaseUrl: DATABASE_URL };
  if (isSet(DATA_DIR)) return { dataDir: DATA_DIR };
  if (isSet(XDG_STATE_HOME)) return { dataDir: join(XDG_STATE_HOME, 'agentic-devops') };
  return isSet(HOME) ? { dataDir: join(HOME, '.local', 'state', 'agentic-devops') } : undefined;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/**
 * Opens the terminal's store for one use.
 * @throws UsageError when it has no place; AppError when it cannot be opened.
 */
export async function withLocalStore<T>(terminal: Terminal, use: (store: Store) => Promise<T>): Promise<T> {
  const location = storeLocation(terminal);
  if (location === undefined)
    throw new UsageError('Set DATA_DIR or DATABASE_URL: there is no place to look at.');
  const store = createStore(await openDatabase(location, silentLogger));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
