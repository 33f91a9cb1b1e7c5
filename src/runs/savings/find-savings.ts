import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { SavingsReport } from '../../contracts/savings.ts';
import type { RegionHoldings } from '../../savings/facts.ts';
import { judgeSavings } from '../../savings/judge-savings.ts';
import { chooseRegions } from '../estate/choose-regions.ts';
import { createEstate, type EstateRegion } from '../estate/estate.ts';
import { readBuckets } from './read-buckets.ts';
import { readInstanceUse } from './read-instances.ts';
import { readAddresses, readLogGroups, readSnapshots, readVolumes } from './read-storage.ts';

/** Days of metrics that are looked at. */
export const defaultDays = 14;

/** Looks for what costs money without need. Reads only; no model takes part. */
export async function findSavings(options: {
  readonly access: AwsToolAccess;
  readonly actor: string;
  readonly runId: string;
  /** Empty: every region that is enabled for the account. */
  readonly regions: readonly string[];
  /** Where the account is asked for its regions. */
  readonly homeRegion: string;
  readonly days: number;
  readonly now: Date;
}): Promise<SavingsReport> {
  const { now, days } = options;
  const at = now.toISOString();
  const estate = createEstate(options);
  const chosen = await chooseRegions(options.regions, estate(options.homeRegion));
  if (chosen.kind === 'unknown') {
    const unscanned = [{ region: 'all', what: 'Regions', why: chosen.why }];
    return judgeSavings([], { at, days, unscanned });
  }
  const holdings = await Promise.all(chosen.regions.map(region => readRegion(estate(region), { now, days })));
  return judgeSavings(holdings, { at, days, unscanned: [] });
}

async function readRegion(
  region: EstateRegion,
  window: { readonly now: Date; readonly days: number },
): Promise<RegionHoldings> {
  const [instances, volumes, snapshots, addresses, logGroups, buckets] = await Promise.all([
    readInstanceUse(region, window),
    readVolumes(region),
    readSnapshots(region, window.now),
    readAddresses(region),
    readLogGroups(region),
    readBuckets(region),
  ]);
  return { region: region.region, instances, volumes, snapshots, addresses, logGroups, buckets };
}
