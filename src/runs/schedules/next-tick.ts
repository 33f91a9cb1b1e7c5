import { Cron } from 'croner';
import type { ScheduleEntry } from '../../contracts/schedule.ts';

/** The first tick after a moment; undefined for a cron that never comes true again. */
export function nextTick(
  { cron, timeZone }: Pick<ScheduleEntry, 'cron' | 'timeZone'>,
  after: Date,
): Date | undefined {
  return new Cron(cron, { mode: '5-part', timezone: timeZone, paused: true }).nextRun(after) ?? undefined;
}
