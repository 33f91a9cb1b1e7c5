import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultRetryPolicy, retryDelayMs } from '../../../src/runs/engine/retry.ts';

it.each([
  [1, 0, 1_000],
  [1, 0.999_999, 2_000],
  [2, 0, 2_000],
  [4, 0, 8_000],
  [40, 0, 150_000],
])('pauses after failure %i with random %f for %i ms', (failures, random, expected) => {
  expect(retryDelayMs(defaultRetryPolicy, failures, random)).toBe(expected);
});

it('never pauses longer than the maximum nor shorter than half of the first pause', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        const delayMs = retryDelayMs(defaultRetryPolicy, failures, random);
        expect(delayMs).toBeGreaterThanOrEqual(1_000);
        expect(delayMs).toBeLessThanOrEqual(300_000);
      },
    ),
  );
});
