import { z } from 'zod';

/** What a schedule runs. */
const scheduledWorkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agent: z.string(), input: z.string() }),
  z.object({
    kind: z.literal('workflow'),
    workflow: z.string(),
    inputs: z.record(z.string(), z.string()),
  }),
  z.object({ kind: z.literal('audit') }),
  z.object({ kind: z.literal('digest') }),
  z.object({ kind: z.literal('stale') }),
]);

/** One entry of `schedule:`. */
export const scheduleEntrySchema = z.object({
  /** Kebab-case, unique in the file. */
  name: z.string(),
  /** Five fields; never more often than every 15 minutes. */
  cron: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  work: scheduledWorkSchema,
});
export type ScheduleEntry = z.infer<typeof scheduleEntrySchema>;

/** Most entries of one repository. */
export const maxSchedules = 20;
/** Least time between two ticks of one entry, minutes. */
export const leastMinutes = 15;
