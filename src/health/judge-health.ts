import type { Reading } from '../contracts/estate.ts';
import type {
  Health,
  HealthCheck,
  HealthGap,
  HealthReport,
  HealthSettings,
  ResourceHealth,
} from '../contracts/health.ts';
import { byBadness, worst } from './checks.ts';
import type { RegionFacts } from './facts.ts';
import { judgeAlarm } from './judge-alarm.ts';
import { judgeDatabase } from './judge-database.ts';
import { judgeFunction } from './judge-function.ts';
import { judgeInstance } from './judge-instance.ts';
import { judgeService } from './judge-service.ts';

/** Judges what was read by the thresholds; what was not read is a gap, and a gap is never healthy. */
export function judgeHealth(
  facts: readonly RegionFacts[],
  {
    at,
    settings,
    unscanned,
  }: {
    /** ISO 8601. */
    readonly at: string;
    readonly settings: HealthSettings;
    /** What nobody could look at before there were regions to look at. */
    readonly unscanned: readonly HealthGap[];
  },
): HealthReport {
  const resources = facts
    .flatMap(region => resourcesOf(region, settings))
    .toSorted(
      (a, b) =>
        byBadness.indexOf(a.health) - byBadness.indexOf(b.health) ||
        order(`${a.kind} ${a.region} ${a.name}`, `${b.kind} ${b.region} ${b.name}`),
    );
  const gaps = [...unscanned, ...facts.flatMap(gapsOf)];
  const healths = [...resources.map(({ health }) => health), ...gaps.map(() => 'unknown' as const)];
  const count = (health: Health): number => resources.filter(resource => resource.health === health).length;
  return {
    version: 1,
    at,
    windowMinutes: settings.windowMinutes,
    regions: facts.map(({ region }) => region),
    health: worst(healths),
    summary: {
      healthy: count('healthy'),
      warning: count('warning'),
      critical: count('critical'),
      unknown: count('unknown'),
    },
    stopped: facts.reduce(
      (sum, { instances }) => sum + (instances.kind === 'read' ? instances.value.stopped : 0),
      0,
    ),
    resources,
    gaps,
  };
}

function resourcesOf(facts: RegionFacts, settings: HealthSettings): readonly ResourceHealth[] {
  const { region, instances, alarms, services, databases, functions } = facts;
  const judged = (kind: ResourceHealth['kind'], name: string, checks: readonly HealthCheck[]) => ({
    kind,
    region,
    name,
    health: worst(checks.map(({ health }) => health)),
    checks,
  });
  return [
    ...(instances.kind === 'read' ? instances.value.running : []).map(one =>
      judged(
        'EC2 instance',
        one.name === undefined ? one.id : `${one.id} ${one.name}`,
        judgeInstance(one, settings),
      ),
    ),
    ...entriesOf(alarms).map(one => judged('Alarm', one.name, judgeAlarm(one))),
    ...entriesOf(services).map(one =>
      judged('ECS service', `${one.cluster}/${one.name}`, judgeService(one, settings)),
    ),
    ...entriesOf(databases).map(one => judged('RDS database', one.id, judgeDatabase(one, settings))),
    ...entriesOf(functions).map(one => judged('Lambda function', one.name, judgeFunction(one, settings))),
  ];
}

function entriesOf<Entry>(reading: Reading<readonly Entry[]>): readonly Entry[] {
  return reading.kind === 'read' ? reading.value : [];
}

function gapsOf({ region, ...facts }: RegionFacts): readonly HealthGap[] {
  const readings: readonly (readonly [string, Reading<unknown>])[] = [
    ['EC2 instances', facts.instances],
    ['Alarms', facts.alarms],
    ['ECS services', facts.services],
    ['RDS databases', facts.databases],
    ['Lambda functions', facts.functions],
  ];
  return readings.flatMap(([what, reading]) => {
    if (reading.kind === 'unread') return [{ region, what, why: reading.why }];
    return reading.cut === undefined ? [] : [{ region, what, why: reading.cut }];
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
