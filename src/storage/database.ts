import type { Kysely, RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** An open, migrated database; the one thing the stores are made from. */
export type Database = {
  readonly kind: 'sqlite' | 'postgres';
  readonly query: Kysely<Schema>;
  /** The database's own clock, milliseconds since 1970: what processes on several machines agree on. */
  readonly now: RawBuilder<number>;
  close(): Promise<void>;
};
