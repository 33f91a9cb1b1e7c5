import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * One step of the schema's history. Steps only add, so that a process of the previous release keeps working
 * beside the new one while a rollout is under way.
 */
export type Migration = {
  readonly id: number;
  readonly name: string;
  readonly up: (transaction: Kysely<Schema>) => Promise<void>;
};
