import { z } from 'zod';

/** A day as Cost Explorer has it, UTC; `2026-02-31` is none. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-01')
  .refine(isDay, 'must be a day that the calendar has');

export const from = day.nullish().describe('First day, UTC. Default: 30 days before `to`.');
export const to = day
  .nullish()
  .describe('The day after the last one, UTC. Default: today, whose costs are not known yet.');

export type Days = { readonly Start: string; readonly End: string };

const dayMs = 86_400_000;

/** The days asked about; undefined when they end before they begin or are more than 400. */
export function daysOf(
  given: { readonly from?: string | null | undefined; readonly to?: string | null | undefined },
  now: Date,
): Days | undefined {
  const End = given.to ?? dayOf(now);
  const Start = given.from ?? dayOf(new Date(Date.parse(End) - 30 * dayMs));
  const count = (Date.parse(End) - Date.parse(Start)) / dayMs;
  return count >= 1 && count <= 400 ? { Start, End } : undefined;
}

/** As many days right before. */
export function daysBefore({ Start, End }: Days): Days {
  const length = Date.parse(End) - Date.parse(Start);
  return { Start: dayOf(new Date(Date.parse(Start) - length)), End: Start };
}

/** How many days a window has. */
export function lengthOf({ Start, End }: Days): number {
  return (Date.parse(End) - Date.parse(Start)) / dayMs;
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && dayOf(new Date(at)) === text;
}

/** `2026-11-21` */
function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
