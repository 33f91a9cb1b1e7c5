import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/contracts/estate.ts';
import type { RegionHoldings } from '../../src/savings/facts.ts';
import { judgeSavings } from '../../src/savings/judge-savings.ts';
import { savingsRules } from '../../src/savings/rules/index.ts';

const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });
const denied = { kind: 'unread', code: 'aws-denied', why: 'AWS does not allow it.' } as const;
const nothing: RegionHoldings = {
  region: 'us-east-1',
  instances: read([]),
  volumes: read([]),
  snapshots: read([]),
  addresses: read([]),
  logGroups: read([]),
  buckets: read([]),
};
const judge = (holdings: Partial<RegionHoldings>) =>
  judgeSavings([{ ...nothing, ...holdings }], { at: '2026-11-21T10:00:00.000Z', days: 14, unscanned: [] });
const idle = { meanCpu: 1, peakCpu: 5, networkPerDay: 1000 };
const calm = { meanCpu: 10, peakCpu: 30, networkPerDay: 1e9 };
const busy = { meanCpu: 60, peakCpu: 99, networkPerDay: 1e9 };
const instance = (type: string, use: typeof idle | undefined) => ({
  instances: read([{ id: 'i-1', type, use }]),
});
const volume = (type: string, isAttached: boolean) => ({
  volumes: read([{ id: 'vol-1', type, sizeGb: 100, isAttached }]),
});
const snapshot = (ageDays: number, isInImage: boolean) => ({
  snapshots: read([{ id: 'snap-1', sizeGb: 100, ageDays, isInImage }]),
});

describe('the rules about money', () => {
  it('are the files of their folder', () => {
    const files = readdirSync('src/savings/rules').map(file => file.replace(/\.ts$/, ''));
    expect(savingsRules.map(({ id }) => id).toSorted()).toEqual(
      files.filter(file => file !== 'index').toSorted(),
    );
  });

  it.each<[Partial<RegionHoldings>, string, number | null]>([
    [instance('m5.large', idle), 'idle-instance', 70.08],
    [instance('x9.huge', idle), 'idle-instance', null],
    [instance('m5.xlarge', calm), 'oversized-instance', 70.08],
    [volume('gp3', false), 'unattached-volume', 8],
    [volume('gp9', false), 'unattached-volume', null],
    [volume('gp2', true), 'gp2-volume', 2],
    [snapshot(91, false), 'old-snapshot', 5],
    [{ addresses: read([{ ip: '203.0.113.7', isUsed: false }]) }, 'unused-address', 3.65],
    [{ buckets: read([{ name: 'logs', hasLifecycle: read(false) }]) }, 'bucket-without-lifecycle', null],
    [
      { logGroups: read([{ name: '/app', storedBytes: 100 * 1024 ** 3, hasRetention: false }]) },
      'log-group-without-retention',
      3,
    ],
  ])('find in %j: %s, $%s a month', (holdings, rule, monthlyUsd) => {
    const report = judge(holdings);
    expect(report.savings).toMatchObject([{ rule, monthlyUsd }]);
    expect(report.monthlyUsd).toBe(monthlyUsd ?? 0);
    expect(report.withoutEstimate).toBe(monthlyUsd === null ? 1 : 0);
  });

  it.each<Partial<RegionHoldings>>([
    instance('m5.large', busy),
    // The smallest of its family, and one whose sizes are not known.
    instance('m5.large', calm),
    instance('x9.huge', calm),
    volume('gp3', true),
    snapshot(90, false),
    snapshot(400, true),
    { addresses: read([{ ip: '203.0.113.7', isUsed: true }]) },
    { buckets: read([{ name: 'logs', hasLifecycle: read(true) }]) },
    { logGroups: read([{ name: '/app', storedBytes: 1e12, hasRetention: true }]) },
  ])('find nothing in %j', holdings => {
    expect(judge(holdings)).toMatchObject({ savings: [], gaps: [] });
  });

  it.each<[Partial<RegionHoldings>, string]>([
    [{ instances: denied }, 'Instances'],
    [{ volumes: denied }, 'Volumes'],
    [{ snapshots: denied }, 'Snapshots'],
    [{ addresses: denied }, 'Addresses'],
    [{ logGroups: denied }, 'Log groups'],
    [{ buckets: denied }, 'Buckets'],
    [{ buckets: read([{ name: 'closed', hasLifecycle: denied }]) }, 'Lifecycle of closed'],
    [instance('m5.large', undefined), 'Use of 1 instances'],
  ])('say of %j that nothing is known', (holdings, what) => {
    expect(judge(holdings)).toMatchObject({ savings: [], gaps: [{ region: 'us-east-1', what }] });
  });

  it('show the largest estimate first and those without one last', () => {
    const report = judge({ ...instance('x9.huge', idle), ...volume('gp3', false), ...snapshot(91, false) });
    expect(report.savings.map(({ monthlyUsd }) => monthlyUsd)).toEqual([8, 5, null]);
  });
});
