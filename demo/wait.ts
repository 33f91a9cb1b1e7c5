import { setTimeout as delay } from 'node:timers/promises';

/** How often a condition is looked at, milliseconds. */
const pollMs = 10;

/** Something that the story tells did not happen. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}

/** A wait with a bound; `assertAlive` throws when there is no point in waiting any longer. */
export type Waiting<Value> = {
  /** Completes "waited 60 s for …". */
  readonly what: string;
  /** The value once it is there, else undefined. */
  readonly look: () => Value | undefined;
  readonly assertAlive: () => void;
  /** Longest wait, milliseconds; 60 s by default. */
  readonly timeoutMs?: number;
};

/** Waits until `look` gives a value. @throws StoryError after `timeoutMs`, or what `assertAlive` throws. */
export async function waitFor<Value>(waiting: Waiting<Value>): Promise<Value> {
  const { what, look, assertAlive, timeoutMs = 60_000 } = waiting;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = look();
    if (value !== undefined) return value;
    assertAlive();
    if (performance.now() > deadline) throw new StoryError(`waited ${timeoutMs / 1_000} s for ${what}`);
    await delay(pollMs);
  }
}
