import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { HealthReport, HealthSettings } from '../../contracts/health.ts';
import type { RegionFacts } from '../../health/facts.ts';
import { judgeHealth } from '../../health/judge-health.ts';
import { chooseRegions } from '../estate/choose-regions.ts';
import { createEstate, type EstateRegion } from '../estate/estate.ts';
import { type HealthWindow, healthWindow } from './health-window.ts';
import { readAlarms } from './read-alarms.ts';
import { readDatabases } from './read-databases.ts';
import { readFunctions } from './read-functions.ts';
import { readInstances } from './read-instances.ts';
import { readServices } from './read-services.ts';

/** Looks at an account's regions and judges what it finds. Reads only; no model takes part. */
export async function checkHealth(options: {
  readonly access: AwsToolAccess;
  readonly actor: string;
  readonly runId: string;
  /** Empty: every region that is enabled for the account. */
  readonly regions: readonly string[];
  /** Where the account is asked for its regions. */
  readonly homeRegion: string;
  readonly settings: HealthSettings;
  readonly now: Date;
  /** Longest that one reading may take, milliseconds. Default: a minute. */
  readonly patienceMs?: number;
}): Promise<HealthReport> {
  const { settings, now } = options;
  const at = now.toISOString();
  const estate = createEstate(options);
  const chosen = await chooseRegions(options.regions, estate(options.homeRegion));
  if (chosen.kind === 'unknown') {
    const unscanned = [{ region: 'all', what: 'Regions', why: chosen.why }];
    return judgeHealth([], { at, settings, unscanned });
  }
  const window = healthWindow(now, settings.windowMinutes);
  const facts = await Promise.all(chosen.regions.map(region => readRegion(estate(region), window)));
  return judgeHealth(facts, { at, settings, unscanned: [] });
}

async function readRegion(region: EstateRegion, window: HealthWindow): Promise<RegionFacts> {
  const [instances, alarms, services, databases, functions] = await Promise.all([
    readInstances(region, window),
    readAlarms(region),
    readServices(region),
    readDatabases(region, window),
    readFunctions(region, window),
  ]);
  return { region: region.region, instances, alarms, services, databases, functions };
}
