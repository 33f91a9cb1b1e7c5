import type { AuditOutcome } from '../contracts/audit.ts';
import { accountPasses, wholeAccount } from './control.ts';
import type { Read, RegionReads, Trail, TrailSelectors } from './snapshot.ts';

/** A trail as the scanned regions see it; every trail once. */
export type TrailView = {
  readonly trail: Trail;
  readonly isLogging: Read<boolean> | undefined;
  readonly selectors: Read<TrailSelectors> | undefined;
};

type Seen = Pick<RegionReads, 'trails'> & Partial<Pick<RegionReads, 'trail-status' | 'trail-selectors'>>;

/** Every trail once: one that covers all regions is seen in all of them. */
export function viewTrails(regions: readonly Seen[]): readonly TrailView[] {
  const views = new Map<string, TrailView>();
  for (const { trails, 'trail-status': statuses = [], 'trail-selectors': selectors = [] } of regions) {
    for (const trail of trails) {
      views.set(trail.arn, {
        trail,
        isLogging: statuses.find(other => other.trail === trail.arn)?.isLogging,
        selectors: selectors.find(other => other.trail === trail.arn)?.selectors,
      });
    }
  }
  return [...views.values()].toSorted((a, b) => (a.trail.arn < b.trail.arn ? -1 : 1));
}

/** How much of its events a trail must log: from its selectors. */
export type Logs = (selectors: TrailSelectors) => boolean;

/** Whether a trail covers all regions, is logging, and logs what is asked for; undefined: it could not be read. */
export function covers({ trail, isLogging, selectors }: TrailView, logs: Logs): boolean | undefined {
  if (!trail.isMultiRegion) return false;
  if (isLogging?.kind === 'ok' && !isLogging.value) return false;
  if (selectors?.kind === 'ok' && !logs(selectors.value)) return false;
  return isLogging?.kind === 'ok' && selectors?.kind === 'ok' ? true : undefined;
}

/**
 * The verdict over an account that needs one such trail: one is proof enough, whatever else could not be read. Every
 * region shows the trails over all regions (`DescribeTrails`, "shadow trails"), so that one region tells that there is
 * none.
 */
export function oneTrail(
  regions: readonly Required<Seen>[],
  logs: Logs,
  context: { readonly missing: readonly AuditOutcome[]; readonly good: string; readonly bad: string },
): readonly AuditOutcome[] {
  const { missing, good, bad } = context;
  const views = viewTrails(regions);
  const proof = views.find(view => covers(view, logs) === true);
  if (proof !== undefined)
    return [accountPasses(wholeAccount, true, { good: `${good} (${proof.trail.arn}).`, bad })];
  const unreadable = views.filter(view => covers(view, logs) === undefined).flatMap(failuresOf);
  const errors = [...unreadable, ...(regions.length === 0 ? missing : [])];
  return errors.length > 0 ? errors : [accountPasses(wholeAccount, false, { good, bad })];
}

function failuresOf({ trail, isLogging, selectors }: TrailView): readonly AuditOutcome[] {
  return [isLogging, selectors].flatMap((read): readonly AuditOutcome[] => {
    if (read?.kind === 'ok') return [];
    const reason = read?.failure.message ?? 'Its settings were not read.';
    return [{ verdict: 'ERROR', resource: trail.arn, region: trail.homeRegion, reason }];
  });
}
