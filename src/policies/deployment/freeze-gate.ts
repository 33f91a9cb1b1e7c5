import { Cron } from 'croner';
import type { FreezeWindow } from '../../contracts/deploy.ts';
import type { Gate } from './gate.ts';
import { off, pass, refuse } from './verdict.ts';

const minuteMs = 60_000;

/** No deployment begins inside a freeze window of the environment or of all; a rollback does. */
export const freezeGate: Gate = ({ request }, { environment, freeze }) => {
  const windows = [...environment.gates.freeze, ...freeze];
  if (windows.length === 0) return off('No freeze windows are configured.');
  if (request.operation === 'rollback') return off('A rollback is let through a freeze.');
  const end = freezeEnd(windows, new Date(request.now));
  if (end === undefined) return pass('No freeze window is open.');
  const why = end.reason === '' ? '' : ` (${end.reason})`;
  return refuse(
    'frozen',
    `Deployments to \`${environment.name}\` are frozen until ${end.at.toISOString()}${why}.`,
    'Deploy after that, or change the window in .github/devops.yml on the default branch.',
  );
};

/** The latest end among the windows that are open; undefined when none is. */
function freezeEnd(
  windows: readonly FreezeWindow[],
  now: Date,
): { readonly at: Date; readonly reason: string } | undefined {
  const open = windows
    .map(window => ({ at: endOf(window, now), reason: window.reason }))
    .filter((window): window is { at: Date; reason: string } => window.at !== undefined);
  return open.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
}

function endOf({ cron, timeZone, minutes }: FreezeWindow, now: Date): Date | undefined {
  // Runs before the next second: a window that opens at this very second is open.
  const reference = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
  const [start] = new Cron(cron, { timezone: timeZone, paused: true }).previousRuns(1, reference);
  if (start === undefined) return undefined;
  const end = new Date(start.getTime() + minutes * minuteMs);
  return now < end ? end : undefined;
}
