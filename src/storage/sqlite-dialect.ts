import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** How long opening a file waits for another process, milliseconds. */
const openTimeoutMs = 5_000;
/** Pauses between tries while another connection writes, milliseconds; the last one repeats. */
const busyPausesMs = [1, 1, 2, 4, 8, 10];
/** Tries before a statement fails as locked: about five seconds. */
const busyTries = 500;
/** Prepared statements kept; bulk inserts make one text per row count. */
const cachedStatements = 256;

/** Opens a database file for several processes: write-ahead log, every commit on disk before it returns. */
export function openSqliteFile(path: string): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: openTimeoutMs });
  try {
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    connection.exec('PRAGMA foreign_keys = ON');
    // From here on waiting is the driver's business: SQLite's own would stop the event loop.
    connection.exec('PRAGMA busy_timeout = 0');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Kysely's SQLite dialect over `node:sqlite`, with transactions that take the write lock at once. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #connection: DatabaseSync;

  constructor(connection: DatabaseSync) {
    super({ database: adapt(connection) });
    this.#connection = connection;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#connection);
  }
}

/**
 * `begin` takes the write lock only at the first write; two processes that have both read by then cannot both
 * go on and one fails at once, however long it would wait. `begin immediate` can be tried again.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: DatabaseSync;
  #patient: PatientConnection | undefined;

  constructor(connection: DatabaseSync) {
    super({ database: adapt(connection) });
    this.#connection = connection;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection(), this.#connection);
    return this.#patient;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite ends the transaction itself on some errors (disk full); a second rollback would hide the first error.
    if (this.#connection.isTransaction) await super.rollbackTransaction(connection);
  }
}

/**
 * Waits without stopping the event loop while another connection, of this process or another, writes. Only
 * outside transactions: there a refused statement has done nothing, and inside one the write lock is held.
 */
class PatientConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #connection: DatabaseSync;

  constructor(inner: DatabaseConnection, connection: DatabaseSync) {
    this.#inner = inner;
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#inner.executeQuery<R>(query);
      } catch (error) {
        if (!isBusy(error) || this.#connection.isTransaction || tries >= busyTries) throw error;
        await delay(busyPausesMs[Math.min(tries, busyPausesMs.length) - 1]);
      }
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#inner.streamQuery<R>(query, chunkSize);
  }
}

/** Whether another connection holds the lock (SQLITE_BUSY, https://sqlite.org/rescode.html#busy). */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

function adapt(connection: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare: sql => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      if (statements.size >= cachedStatements) statements.clear();
      const statement = adaptStatement(connection.prepare(sql));
      statements.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: parameters => statement.all(...parameters.map(toInput)),
    run: parameters => statement.run(...parameters.map(toInput)),
    iterate: parameters => statement.iterate(...parameters.map(toInput)),
  };
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`SQLite cannot store a ${typeof value}; the schema knows text, numbers and null only.`);
}
