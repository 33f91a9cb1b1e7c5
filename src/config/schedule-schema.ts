import { Cron } from 'croner';
import { z } from 'zod';
import { leastMinutes, maxSchedules, type ScheduleEntry } from '../contracts/schedule.ts';
import { needed, setting } from './setting.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes');

/** How many ticks are looked at for their distance: more than two days of the most frequent one that is allowed. */
const checkedTicks = 200;
/** Any fixed moment: what a file means does not depend on when it is read. */
const reference = new Date('2026-01-01T00:00:00Z');

const entrySchema = z
  .strictObject({
    name: needed(name, 'Unique in the file; shown in lists.'),
    cron: needed(
      z
        .string()
        .max(100)
        .superRefine((value, context) => {
          const problem = cronProblem(value);
          if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
        }),
      `Five-field cron, for example \`0 7 * * 1\` for Mondays at 7:00; at most every ${leastMinutes} minutes.`,
    ),
    'time-zone': setting(
      z.string().refine(isTimeZone, 'is no IANA time zone such as Europe/Berlin'),
      'IANA time zone of the cron.',
      'UTC',
    ),
    run: needed(
      z.enum(['agent', 'workflow', 'audit', 'digest', 'stale']),
      '`agent` and `workflow` by name, `audit` of AWS, `digest` brings the dashboard issue up to date, `stale` looks for issues that nobody touches.',
    ),
    agent: setting(name, 'Name of the agent, with `run: agent`.'),
    input: setting(z.string().min(1).max(2000), 'What the agent shall do.'),
    workflow: setting(name, 'Name of the workflow, with `run: workflow`.'),
    inputs: setting(z.record(z.string(), z.string().max(2000)), 'Inputs of the workflow.', {}),
  })
  .superRefine((entry, context) => {
    for (const kind of ['agent', 'workflow'] as const) {
      if (entry.run === kind && entry[kind] === undefined)
        context.addIssue({ code: 'custom', path: ['run'], message: `\`run: ${kind}\` needs \`${kind}\`` });
      if (entry.run !== kind && entry[kind] !== undefined)
        context.addIssue({ code: 'custom', path: [kind], message: `belongs to \`run: ${kind}\`` });
    }
  });

/** `schedule:` as written. */
export const scheduleSchema = z
  .array(entrySchema)
  .max(maxSchedules)
  .superRefine((entries, context) => {
    const names = entries.map(entry => entry.name);
    for (const [index, entry] of entries.entries())
      if (names.indexOf(entry.name) !== index)
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is there twice' });
  });
type Written = z.infer<typeof scheduleSchema>;

/** The repository's list, else the organisation's. */
export function mergeSchedule(
  organisation: Written | undefined,
  repository: Written | undefined,
): readonly ScheduleEntry[] {
  return (repository ?? organisation ?? []).map(entry => ({
    name: entry.name,
    cron: entry.cron,
    timeZone: entry['time-zone'] ?? 'UTC',
    work: workOf(entry),
  }));
}

function workOf({
  run,
  agent,
  input,
  workflow,
  inputs,
  name: entryName,
}: Written[number]): ScheduleEntry['work'] {
  switch (run) {
    case 'agent':
      return {
        kind: 'agent',
        agent: agent ?? '',
        input: input ?? `The schedule ${entryName} has come. Do what your instructions say.`,
      };
    case 'workflow':
      return { kind: 'workflow', workflow: workflow ?? '', inputs: inputs ?? {} };
    case 'audit':
    case 'digest':
    case 'stale':
      return { kind: run };
  }
}

function cronProblem(value: string): string | undefined {
  if (value.trim().split(/\s+/).length !== 5) return 'needs five fields: minute hour day month weekday';
  let ticks: readonly Date[];
  try {
    ticks = new Cron(value, { mode: '5-part', timezone: 'UTC', paused: true }).nextRuns(
      checkedTicks,
      reference,
    );
  } catch {
    return 'is no cron expression';
  }
  if (ticks.length === 0) return 'never comes true';
  const isTooOften = ticks.some((tick, index) => {
    const next = ticks[index + 1];
    return next !== undefined && next.getTime() - tick.getTime() < leastMinutes * 60_000;
  });
  return isTooOften ? `runs more often than every ${leastMinutes} minutes` : undefined;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
