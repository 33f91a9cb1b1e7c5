import { acrossControl, type Control, type ControlMeta } from './control.ts';
import type { Trail } from './snapshot.ts';
import { viewTrails } from './trail-views.ts';

/** A control over one setting of every trail. */
export function trailControl(
  control: Omit<ControlMeta, 'section'> & {
    readonly isGood: (trail: Trail) => boolean;
    readonly good: string;
    readonly bad: string;
  },
): Control {
  const { isGood, good, bad, ...meta } = control;
  return acrossControl({
    ...meta,
    section: 'Logging',
    reads: { account: [], regions: ['trails'] },
    judge: ({ regions }, { missing }) => [
      ...viewTrails(regions).map(({ trail }) => ({
        verdict: isGood(trail) ? ('PASS' as const) : ('FAIL' as const),
        resource: trail.arn,
        region: trail.homeRegion,
        reason: isGood(trail) ? good : bad,
      })),
      ...missing,
    ],
  });
}
