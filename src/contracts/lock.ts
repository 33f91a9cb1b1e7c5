import type { HeldLock } from './gate.ts';
import type { RepositoryKey } from './store.ts';

/** The environment name of the lock over all environments; not a name an environment can have. */
export const globalLock = '*';

/** What is locked. */
export type LockTarget = {
  readonly repository: RepositoryKey;
  /** An environment's name, or `globalLock`. */
  readonly environment: string;
};

/** Who holds or wants a lock: the pull request and the run, never a user. */
export type LockHolder = { readonly pullRequest: number | null; readonly runId: string };

/** What taking a lock came to. */
export type LockAnswer =
  | { readonly kind: 'held'; readonly lock: HeldLock }
  /** `position` 1: next in line. */
  | { readonly kind: 'queued'; readonly position: number; readonly lock: HeldLock }
  | { readonly kind: 'refused'; readonly lock: HeldLock };

/** A run in line, or one that was handed a lock and has not begun to work under it. */
export type LockWaiter = LockTarget & LockHolder & { readonly by: string };

/** What giving a lock up came to; repeating a release gives the same answer as long as `next` has not begun. */
export type LockRelease = {
  readonly kind: 'released' | 'kept' | 'not-held';
  /** Holds the lock now: start its run again. Null when nobody waited. */
  readonly next: LockWaiter | null;
};

/**
 * Locks of environments, whose names are compared without case, as GitHub does. Every change of a lock is one
 * transaction that compares what it found with what it changes. At most
 * one run works under a lock at any moment; a free lock goes to whoever waited longest.
 */
export type LockStore = {
  /**
   * Takes the lock for a run, or gets in line. A run that holds it already gets it again with a new expiry. A
   * sticky lock of the same pull request is shared with its next run while none of its runs works under it. The
   * global lock is not looked at here: a gate does.
   */
  take(
    entry: LockTarget &
      LockHolder & {
        /** Login, for people. */
        readonly by: string;
        readonly reason: string;
        /** Keep it for the pull request when the run is done. */
        readonly sticky: boolean;
        /** Minutes until it is free without anybody doing anything; null: never. */
        readonly expiresAfterMinutes: number | null;
        readonly whenHeld: 'queue' | 'refuse';
      },
  ): Promise<LockAnswer>;
  /**
   * Locks an environment (or all) without a run at work, as `/devops lock` does. The same pull request may change
   * reason and expiry.
   */
  keep(
    entry: LockTarget &
      LockHolder & {
        readonly by: string;
        readonly reason: string;
        readonly expiresAfterMinutes: number | null;
      },
  ): Promise<LockAnswer>;
  /** Gives up what the run holds or waits for; a sticky lock stays with its pull request. */
  release(target: LockTarget, holder: LockHolder): Promise<LockRelease>;
  /** Takes a lock away. While a run works under it: `busy` with its holder, unless by `force`. */
  unlock(
    target: LockTarget & { readonly force: boolean },
  ): Promise<
    | { readonly kind: 'unlocked'; readonly lock: HeldLock; readonly next: LockWaiter | null }
    | { readonly kind: 'busy'; readonly lock: HeldLock }
    | { readonly kind: 'free' }
  >;
  /** A merged or closed pull request: its sticky locks and its places in line go; a run at work keeps its own. */
  releasePullRequest(key: {
    readonly repository: RepositoryKey;
    readonly pullRequest: number;
  }): Promise<readonly LockWaiter[]>;
  /** The lock as it is now; null when it is free. */
  read(target: LockTarget): Promise<HeldLock | null>;
  /** Every lock of the repository with its line, global first. */
  list(repository: RepositoryKey): Promise<
    readonly {
      readonly environment: string;
      readonly lock: HeldLock;
      readonly waiting: readonly LockHolder[];
    }[]
  >;
};
