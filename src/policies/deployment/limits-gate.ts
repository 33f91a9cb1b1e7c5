import type { Gate } from './gate.ts';
import { off, pass, unread, wait } from './verdict.ts';

const hourMs = 3_600_000;

/** How many deployments may be under way at once, and how many may begin in an hour. A rollback is not held up. */
export const limitsGate: Gate = ({ request, stored }, { environment }) => {
  const { concurrent, perHour } = environment.limits;
  if (concurrent === null && perHour === null) return off('No limits are configured.');
  if (request.operation === 'rollback') return off('A rollback is not held up by limits.');
  if (stored === undefined) return unread;
  if (concurrent !== null && stored.underWay >= concurrent)
    return wait(
      'too-many-under-way',
      `${stored.underWay} deployments are under way; the limit is ${concurrent}.`,
      {
        next: 'This deployment begins when one of them has ended.',
      },
    );
  if (perHour === null) return pass(`${stored.underWay} deployments are under way.`);
  const hourAgo = new Date(new Date(request.now).getTime() - hourMs);
  const recent = stored.recentStarts.map(start => new Date(start)).filter(start => start > hourAgo);
  const blocking = recent.toSorted((a, b) => b.getTime() - a.getTime())[perHour - 1];
  if (recent.length >= perHour)
    return wait(
      'too-many-per-hour',
      `${recent.length} deployments began within the last hour; the limit is ${perHour}.`,
      {
        next: 'This deployment begins when the hour has passed.',
        until: blocking === undefined ? null : new Date(blocking.getTime() + hourMs).toISOString(),
      },
    );
  return pass(`${recent.length} of ${perHour} deployments of this hour.`);
};
