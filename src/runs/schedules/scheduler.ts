import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunRequest } from '../../contracts/run.ts';
import type { ScheduleStore, StoredSchedule } from '../../contracts/store.ts';
import { errorFields, type Logger } from '../../logger.ts';
import { nextTick } from './next-tick.ts';

/** How often the schedules are looked at, milliseconds: far less than the least time between two ticks. */
const pollMs = 1_000;
/** Ticks that are turned into runs at a time. */
const batch = 50;
/** For a cron that never comes true again, milliseconds: its row is only looked at again when the file changes. */
const never = Date.parse('9999-01-01T00:00:00Z');

/** Who runs what nobody asked for. No account has a login with a blank. */
const clock: RunRequest['actor'] = { login: 'the schedule', id: 0, type: 'Bot' };

/** What turns ticks into runs. */
export type SchedulerParts = {
  readonly schedules: Pick<ScheduleStore, 'due' | 'advance'>;
  /** Stores runs durably; one whose id is known stays as it is. */
  readonly enqueue: (requests: readonly RunRequest[]) => Promise<unknown>;
  readonly now: () => Date;
  readonly logger: Logger;
};

/**
 * Stores a run for every schedule that is due. The run's id follows from the schedule and the planned moment, and only
 * then the schedule moves on: processes that do this at the same time, or die in between, make one run of each tick. A
 * tick that was missed is run once, however many have passed since.
 *
 * @returns how many ticks this call moved on from.
 */
export async function runDueSchedules({ schedules, enqueue, now, logger }: SchedulerParts): Promise<number> {
  const at = now();
  let count = 0;
  for (const schedule of await schedules.due(at.toISOString(), batch)) {
    const { repository, entry, nextAt: plannedAt } = schedule;
    const request = requestOf(schedule, at);
    await enqueue([request]);
    const later = new Date(Math.max(at.getTime(), Date.parse(plannedAt)));
    const next = nextTick(entry, later) ?? new Date(never);
    const isOurs = await schedules.advance({
      repository,
      name: entry.name,
      plannedAt,
      nextAt: next.toISOString(),
      runId: request.id,
    });
    if (!isOurs) continue;
    count++;
    const fields = { repository, schedule: entry.name, runId: request.id, plannedAt };
    logger.info('Schedule run', { ...fields, lateMs: at.getTime() - Date.parse(plannedAt) });
  }
  return count;
}

function requestOf(
  { repository, installationId, target, entry, nextAt }: StoredSchedule,
  at: Date,
): RunRequest {
  const deliveryId = `schedule:${repository}:${entry.name}:${nextAt}`;
  return {
    id: createHash('sha256').update(deliveryId).digest('hex').slice(0, 12),
    deliveryId,
    installationId,
    repository: target,
    actor: clock,
    receivedAt: at.toISOString(),
    task: { kind: 'scheduled', name: entry.name, plannedAt: nextAt },
  };
}

/** Looks at the schedules until it is stopped. A database that does not answer is asked again at the next look. */
export function startScheduler(parts: SchedulerParts): { readonly stop: () => Promise<void> } {
  const abort = new AbortController();
  const loop = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      try {
        await runDueSchedules(parts);
      } catch (error) {
        parts.logger.error('Schedules could not be looked at', errorFields(error));
      }
      await delay(pollMs, undefined, { signal: abort.signal }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    async stop() {
      abort.abort();
      await ended;
    },
  };
}
