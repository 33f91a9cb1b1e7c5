import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { errorFields, type Logger } from '../logger.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { isBusy, NodeSqliteDialect, openSqliteFile } from './sqlite-dialect.ts';

/** Where the data lives: a directory for SQLite (made when missing, mode 0700), or a PostgreSQL URL. */
export type DatabaseLocation = { readonly dataDir: string } | { readonly databaseUrl: string };

/** The SQLite file's name inside the data directory. */
export const sqliteFileName = 'devops.sqlite';

/** Connections per process to PostgreSQL. */
const poolSize = 10;
/** Longest wait for a new connection to PostgreSQL, milliseconds. */
const connectTimeoutMs = 10_000;
/**
 * A process that is paused or cut off inside a transaction keeps its row locks; after this long, milliseconds,
 * the server ends the transaction, so that others can take the run over.
 */
const pausedTransactionMs = 5_000;
/** Longest a statement may run or wait for a lock, milliseconds. */
const statementTimeoutMs = 30_000;
/** How often an opening that meets another process's first start is tried again. */
const openAttempts = 20;

/**
 * Opens the database and brings its schema up to date. Any number of processes may do so at the same moment,
 * on an empty database too.
 *
 * @throws AppError `database-unavailable` (retryable) when it cannot be opened.
 */
export async function openDatabase(location: DatabaseLocation, logger: Logger): Promise<Database> {
  try {
    return 'databaseUrl' in location
      ? await openPostgres(location.databaseUrl, logger)
      : await openSqlite(location.dataDir, logger);
  } catch (cause) {
    throw new AppError({
      code: 'database-unavailable',
      publicMessage: 'The database could not be opened. Check DATABASE_URL, or that DATA_DIR can be written.',
      retryable: true,
      cause,
    });
  }
}

async function openSqlite(dataDir: string, logger: Logger): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const connection = await openFileWhenFree(join(dataDir, sqliteFileName));
  const query = new Kysely<Schema>({ dialect: new NodeSqliteDialect(connection) });
  const database: Database = {
    kind: 'sqlite',
    query,
    now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    close: () => query.destroy(),
  };
  return await migrated(database, logger);
}

/** Switching an empty file to write-ahead logging ignores the busy timeout when another process does the same. */
async function openFileWhenFree(path: string): Promise<ReturnType<typeof openSqliteFile>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return openSqliteFile(path);
    } catch (error) {
      if (attempt >= openAttempts || !isBusy(error)) throw error;
      await delay(10 * attempt);
    }
  }
}

async function openPostgres(databaseUrl: string, logger: Logger): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: pausedTransactionMs,
    statement_timeout: statementTimeoutMs,
    keepAlive: true,
    types: { getTypeParser },
  });
  // Without listeners a connection that breaks, idle or between two statements, would end the process.
  pool.on('error', error => logger.warn('Idle database connection broke', errorFields(error)));
  pool.on('connect', client =>
    client.on('error', error => logger.debug('Database connection broke', errorFields(error))),
  );
  const query = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const database: Database = {
    kind: 'postgres',
    query,
    now: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    close: () => query.destroy(),
  };
  return await migrated(database, logger);
}

async function migrated(database: Database, logger: Logger): Promise<Database> {
  try {
    await migrate(database, logger);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** pg hands 64-bit integers out as text; ours are times and counts that a double holds exactly. */
const int8Oid = 20;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8Oid && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format);
