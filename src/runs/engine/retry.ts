/** When a run is tried again. */
export type RetryPolicy = {
  /** Attempts in all, the first included. */
  readonly maxAttempts: number;
  /** Pause before the second attempt, milliseconds; doubles with every further one. */
  readonly baseDelayMs: number;
  /** Longest pause, milliseconds. */
  readonly maxDelayMs: number;
};

/** Five attempts over about half a minute to a few minutes of trouble at GitHub. */
export const defaultRetryPolicy: RetryPolicy = { maxAttempts: 5, baseDelayMs: 2_000, maxDelayMs: 300_000 };

/**
 * The pause after the `failures`th failure (1-based), milliseconds: exponential, and between half and all of it
 * at random, so that what failed together does not return together. `random` is in [0, 1).
 */
export function retryDelayMs(policy: RetryPolicy, failures: number, random: number): number {
  const full = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failures - 1));
  return Math.round(full * (0.5 + random / 2));
}
