import type { Reading } from '../contracts/estate.ts';
import type { Saving, SavingsReport } from '../contracts/savings.ts';
import type { RegionHoldings } from './facts.ts';
import { pricesNote } from './prices.ts';
import { entriesOf } from './rule.ts';
import { savingsRules } from './rules/index.ts';

/** Applies every rule to what was read; what was not read is told, never taken for well. */
export function judgeSavings(
  holdings: readonly RegionHoldings[],
  {
    at,
    days,
    unscanned,
  }: {
    /** ISO 8601. */
    readonly at: string;
    /** Of the window that metrics were read over. */
    readonly days: number;
    readonly unscanned: SavingsReport['gaps'];
  },
): SavingsReport {
  const savings = holdings
    .flatMap(region =>
      savingsRules.flatMap(rule =>
        rule.find(region, { days }).map(
          (found): Saving => ({
            rule: rule.id,
            region: region.region,
            ...found,
            monthlyUsd: found.monthlyUsd === null ? null : Math.round(found.monthlyUsd * 100) / 100,
          }),
        ),
      ),
    )
    .toSorted((a, b) => (b.monthlyUsd ?? -1) - (a.monthlyUsd ?? -1) || (keyOf(a) < keyOf(b) ? -1 : 1));
  const sum = savings.reduce((total, { monthlyUsd }) => total + (monthlyUsd ?? 0), 0);
  return {
    version: 1,
    at,
    days,
    regions: holdings.map(({ region }) => region),
    prices: pricesNote,
    monthlyUsd: Math.round(sum * 100) / 100,
    withoutEstimate: savings.filter(({ monthlyUsd }) => monthlyUsd === null).length,
    savings,
    gaps: [...unscanned, ...holdings.flatMap(gapsOf)],
  };
}

function keyOf({ rule, region, resource }: Saving): string {
  return `${rule} ${region} ${resource}`;
}

function gapsOf({ region, ...holdings }: RegionHoldings): SavingsReport['gaps'] {
  const readings: readonly (readonly [string, Reading<unknown>])[] = [
    ['Instances', holdings.instances],
    ['Volumes', holdings.volumes],
    ['Snapshots', holdings.snapshots],
    ['Addresses', holdings.addresses],
    ['Log groups', holdings.logGroups],
    ['Buckets', holdings.buckets],
  ];
  const unmeasured = entriesOf(holdings.instances).filter(({ use }) => use === undefined).length;
  const closed = entriesOf(holdings.buckets).flatMap(({ name, hasLifecycle }) =>
    hasLifecycle.kind === 'unread' ? [{ region, what: `Lifecycle of ${name}`, why: hasLifecycle.why }] : [],
  );
  return [
    ...readings.flatMap(([what, reading]) => {
      if (reading.kind === 'unread') return [{ region, what, why: reading.why }];
      return reading.cut === undefined ? [] : [{ region, what, why: reading.cut }];
    }),
    ...(unmeasured === 0
      ? []
      : [
          {
            region,
            what: `Use of ${unmeasured} instances`,
            why: 'CloudWatch has no values for most of the days',
          },
        ]),
    ...closed,
  ];
}
