import type { RunRequest } from './run.ts';

/** What a run's code may do durably. */
export type RunContext = {
  readonly request: RunRequest;
  /** Aborted on cancellation and on shutdown's last moment. */
  readonly signal: AbortSignal;
  /** True when a retryable error would not be tried again: the run must then leave the outside in a final state. */
  readonly lastAttempt: boolean;
  /**
   * True when every worker that began the present step died over it: the work must not be begun once more, only
   * the outside brought to a final state. A death now ends the run for good.
   */
  readonly givenUp: boolean;
  /** The remembered result of a step or effect that an earlier attempt finished; undefined when there is none. */
  recall<T>(name: string): T | undefined;
  /**
   * Runs `perform` and remembers its JSON result under `name`, so that a resumed run gets the result back
   * without running it again. For reads and computations: after a crash in the middle it runs again.
   */
  step<T>(name: string, perform: () => Promise<T>): Promise<T>;
  /**
   * Like `step`, for an effect outside: journalled before and after under the idempotency key
   * `<runId>:<name>`. When a crash left it in doubt, `reconcile` looks outside: it returns what was done, or
   * undefined when it did not happen and `perform` must run.
   */
  effect<T>(
    name: string,
    options: {
      readonly perform: (idempotencyKey: string) => Promise<T>;
      readonly reconcile: (idempotencyKey: string) => Promise<T | undefined>;
    },
  ): Promise<T>;
};

/**
 * What a handler returns to wait without holding a worker: the run begins again from its journal after `delayMs`
 * milliseconds, or at once when it is woken. What it waits for is looked at again then; a wake-up says nothing.
 */
export type RunWaiting = { readonly kind: 'waiting'; readonly delayMs: number };

/** Carries out one run; throwing a retryable AppError makes the engine try again with backoff. */
export type RunHandler = (context: RunContext) => Promise<RunWaiting | undefined | void>;

/** The durable engine: at-least-once runs, exactly-once results per step. */
export type RunEngine = {
  /** Stores the requests durably in one commit before it resolves; a known id is a `duplicate`. */
  enqueue(requests: readonly RunRequest[]): Promise<readonly ('enqueued' | 'duplicate')[]>;
  /** Starts working. Idempotent. */
  start(handler: RunHandler): Promise<void>;
  /** Asks a queued, waiting or running run to stop; false when it is unknown or ended. */
  cancel(runId: string): Promise<boolean>;
  /** Lets waiting runs look again now. One that is running looks again when it would wait; others are not touched. */
  wake(runIds: readonly string[]): Promise<void>;
  /** Takes no new runs and waits for those under way, at most `timeoutMs` milliseconds; what remains resumes at the next start. */
  stop(options: { readonly timeoutMs: number }): Promise<void>;
  /** Numbers for `/readyz`, metrics and tests. */
  status(): Promise<EngineStatus>;
};

/** How many runs there are of each kind. */
export type EngineStatus = {
  /** Not begun yet, or to be tried again. */
  readonly queued: number;
  readonly running: number;
  /** For an event or a time, holding no worker. */
  readonly waiting: number;
  readonly failed: number;
};
