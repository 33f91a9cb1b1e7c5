import type { AuditedControl, AuditOutcome } from '../contracts/audit.ts';
import { type Control, verdictOf } from './control.ts';
import type { Snapshot } from './snapshot.ts';

/** Every control's verdict over a snapshot, in the controls' order; the order within the snapshot plays no part. */
export function evaluate(
  controls: readonly Control[],
  snapshot: Snapshot,
  now: Date,
): readonly AuditedControl[] {
  return controls.map(control => {
    const { id, v7, title, why, section, severity } = control;
    const outcomes = control.evaluate(snapshot, now).toSorted(compare);
    return { id, v7, title, why, section, severity, verdict: verdictOf(outcomes), outcomes };
  });
}

function compare(a: AuditOutcome, b: AuditOutcome): number {
  return order(
    `${a.region ?? ''}\n${a.resource}\n${a.verdict}\n${a.reason}`,
    `${b.region ?? ''}\n${b.resource}\n${b.verdict}\n${b.reason}`,
  );
}

/** By code units, so that the order is the same everywhere. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
