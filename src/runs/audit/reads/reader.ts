import type { Source } from '../source.ts';

/** One read of the snapshot: what it calls, and how. */
export type Reader<T> = {
  /** IAM actions it needs; they are in the reader's policy. */
  readonly permissions: readonly string[];
  /** @throws FailedRead */
  readonly read: (source: Source) => Promise<T>;
};

/** The names of AWS's errors that say "there is none". */
export function isAbsent(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
