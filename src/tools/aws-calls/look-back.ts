import { z } from 'zod';

/** How far back a reading goes, minutes; `most` is the service's or ours. */
export function minutesBack(most: number, usual: number) {
  return z
    .number()
    .int()
    .min(1)
    .max(most)
    .nullish()
    .describe(`How far back to look, minutes, at most ${most}. Default: ${usual}.`);
}

/** The window of so many minutes that ends now. */
export function windowOf(now: Date, minutes: number): { readonly from: Date; readonly to: Date } {
  return { from: new Date(now.getTime() - minutes * 60_000), to: now };
}
