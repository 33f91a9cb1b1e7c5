import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/controls/control.ts';
import { evaluate } from '../../src/controls/evaluate.ts';
import { controls } from '../../src/controls/index.ts';
import type { AccountReads, RegionReads, Snapshot } from '../../src/controls/snapshot.ts';
import {
  controlOf,
  goodReads,
  group,
  instance,
  key,
  metricFilters,
  now,
  ok,
  selector,
  snapshotOf,
  trail,
  user,
} from './cases.ts';

type Special = { readonly account?: Partial<AccountReads>; readonly region?: Partial<RegionReads> };

const failure = {
  action: 'x:Y',
  region: 'eu-central-1',
  resource: null,
  code: 'denied',
  message: 'AWS does not allow it.',
};
const manual = controls.filter(
  ({ accountReads, regionReads }) => accountReads.length + regionReads.length === 0,
);
const automatic = controls.filter(control => !manual.includes(control));

const open = (ranges: readonly string[], from: number, to = from): Special => ({
  region: { 'security-groups': [{ ...group, ingress: [{ protocol: 'tcp', from, to, ranges }] }] },
});
const database = (special: object): Special => ({
  region: { 'database-instances': [{ ...goodReads().region['database-instances'][0], ...special }] as never },
});
const report = (...rows: readonly object[]): Special => ({
  account: { 'credential-report': rows.map(row => ({ ...user, ...row })) },
});
const trails = (special: object): Special => ({ region: { trails: [{ ...trail, ...special }] } });
const selectors = (...basic: readonly object[]): Special => ({
  region: {
    'trail-selectors': [{ trail: trail.arn, selectors: ok({ basic: basic.map(selector), advanced: [] }) }],
  },
});
/** All filters but that of one control. */
const withoutFilter = (id: string): Special => ({
  region: { 'log-alarms': metricFilters().filter(({ name }) => name !== id) },
});

const failing: Readonly<Record<string, Special>> = {
  '1.2': { account: { 'security-contact': false } },
  '1.3': { account: { 'account-summary': { AccountAccessKeysPresent: 1 } } },
  '1.4': { account: { 'account-summary': { AccountMFAEnabled: 0, AccountPasswordPresent: 1 } } },
  '1.5': { account: { 'virtual-mfa-devices': ['arn:aws:iam::111122223333:mfa/root-account-mfa-device'] } },
  '1.6': report({ user: '<root_account>', passwordUsedAt: '2026-05-30T00:00:00+00:00', keys: [] }),
  '1.7': { account: { 'password-policy': { minimumLength: 13, reusePrevention: 24 } } },
  '1.8': { account: { 'password-policy': { minimumLength: 14, reusePrevention: 23 } } },
  '1.9': report({ hasMfa: false }),
  '1.11': report({ passwordUsedAt: '2026-04-17T00:00:00+00:00' }),
  '1.12': report({ keys: [user.keys[0], user.keys[0]] }),
  '1.13': report({ keys: [{ isActive: true, rotatedAt: '2026-03-01T00:00:00+00:00', usedAt: null }] }),
  '1.14': { account: { users: [{ name: 'mona', inlinePolicies: ['own'], attachedPolicies: [] }] } },
  '1.15': {
    account: {
      'attached-policies': [
        { arn: 'admin', document: ok({ Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] }) },
      ],
    },
  },
  '1.16': { account: { 'support-access': { users: ['mona'], groups: [], roles: [] } } },
  '1.17': { region: { instances: [{ ...instance, hasProfile: false }] } },
  '1.18': { account: { 'server-certificates': [{ name: 'www', expiresAt: '2026-05-31T23:59:59.000Z' }] } },
  '1.19': { region: { analyzers: [{ name: 'account', isActive: false }] } },
  '1.21': { account: { 'cloud-shell-access': { users: [], groups: ['all'], roles: [] } } },
  '2.1.1': { account: { 'bucket-policies': [{ bucket: 'data', policy: ok(null) }] } },
  '2.1.2': { account: { 'bucket-versioning': [{ bucket: 'data', mfaDelete: ok(false) }] } },
  '2.1.4': { account: { 'bucket-public-access-blocks': [{ bucket: 'data', block: ok(null) }] } },
  '2.2.1': database({ isEncrypted: false }),
  '2.2.2': database({ hasMinorUpgrades: false }),
  '2.2.3': database({ isPublic: true }),
  '2.2.4': database({ isMultiZone: false }),
  '2.3.1': { region: { 'file-systems': [{ id: 'fs-1', isEncrypted: false }] } },
  '3.1': trails({ isMultiRegion: false }),
  '3.2': trails({ hasValidation: false }),
  '3.3': {
    region: { recorders: [{ name: 'default', isRecording: true, lastStatus: 'FAILURE', recordsAll: true }] },
  },
  '3.4': { account: { 'trail-bucket-logging': [{ bucket: 'trails', logging: ok(false) }] } },
  '3.5': trails({ keyId: null }),
  '3.6': { region: { keys: [{ arn: 'key/1', details: ok(key({ isRotated: false })) }] } },
  '3.7': { region: { 'flow-logs': [{ resource: 'vpc-1', isActive: false }] } },
  '3.8': selectors({ readWrite: 'ReadOnly' }),
  '3.9': selectors({ readWrite: 'WriteOnly' }),
  ...Object.fromEntries(
    Array.from({ length: 15 }, (_, index) => [`4.${index + 1}`, withoutFilter(`4.${index + 1}`)]),
  ),
  '4.16': { region: { 'security-hub': false } },
  '5.1.1': { region: { 'ebs-encryption': false } },
  '5.1.2': open(['::/0'], 445),
  '5.2': {
    region: {
      'network-acls': [
        {
          id: 'acl-1',
          ingress: [
            { number: 100, isAllowed: true, protocol: '-1', from: null, to: null, range: '0.0.0.0/0' },
            { number: 32_767, isAllowed: false, protocol: '-1', from: null, to: null, range: '0.0.0.0/0' },
          ],
        },
      ],
    },
  },
  '5.3': open(['0.0.0.0/0'], 22),
  '5.4': open(['::/0'], 3389),
  '5.5': { region: { 'security-groups': [{ ...group, name: 'default', ingressRules: 0, egressRules: 1 }] } },
  '5.6': {
    region: {
      'route-tables': [{ id: 'rtb-1', peerRoutes: [{ connection: 'pcx-1', destination: '10.1.0.0/16' }] }],
    },
  },
  '5.7': { region: { instances: [{ ...instance, httpTokens: 'optional' }] } },
};

const verdict = (id: string, snapshot: Snapshot): string => verdictOf(controlOf(id).evaluate(snapshot, now));

describe('the controls', () => {
  it.each(automatic.map(({ id }) => id))('%s passes where all is right', id => {
    expect(verdict(id, snapshotOf())).toBe('PASS');
  });

  it.each(automatic.map(({ id }) => id))('%s fails where it is broken', id => {
    expect(verdict(id, snapshotOf(failing[id]))).toBe('FAIL');
  });

  it.each(manual.map(({ id }) => id))('%s is for people', id => {
    expect(verdict(id, snapshotOf())).toBe('MANUAL');
  });

  it.each(
    automatic.flatMap(({ id, accountReads, regionReads }) =>
      [...accountReads, ...regionReads].map(read => [id, read] as const),
    ),
  )('%s never passes when "%s" could not be read', (id, read) => {
    const snapshot = snapshotOf();
    const failed = { kind: 'failed', failure } as const;
    const without = (reads: object): object => (read in reads ? { ...reads, [read]: failed } : reads);
    const broken: Snapshot = {
      ...snapshot,
      account: without(snapshot.account),
      regions: snapshot.regions.map(({ region, reads }) => ({ region, reads: without(reads) })),
    };
    expect(verdict(id, broken)).toBe('ERROR');
  });

  it.each(automatic.filter(({ regionReads }) => regionReads.length > 0).map(({ id }) => id))(
    '%s never passes over regions that were not scanned, unless a trail proves it for all',
    id => {
      const proven = ['3.1', '3.8', '3.9'].includes(id) || (id.startsWith('4.') && id !== '4.16');
      for (const unscanned of [['us-east-1'], undefined])
        expect(verdict(id, { ...snapshotOf(), unscanned })).toBe(proven ? 'PASS' : 'ERROR');
      expect(verdict(id, { ...snapshotOf(), regions: [], unscanned: ['eu-central-1'] })).toBe('ERROR');
    },
  );

  it.each(['3.1', '3.8', '3.9', '4.1', '4.15'])(
    '%s fails without a trail over all regions, whatever was not scanned: every region would show it',
    id => {
      const snapshot = snapshotOf();
      const regions = snapshot.regions.map(({ region, reads }) => ({
        region,
        reads: {
          ...reads,
          trails: { kind: 'ok', value: [] },
          'trail-status': { kind: 'ok', value: [] },
          'trail-selectors': { kind: 'ok', value: [] },
          'log-alarms': { kind: 'ok', value: [] },
        } as const,
      }));
      expect(verdict(id, { ...snapshot, regions, unscanned: ['us-east-1'] })).toBe('FAIL');
    },
  );

  it('cannot tell what hears of events where the trail’s own region was not scanned', () => {
    const snapshot = snapshotOf();
    const regions = snapshot.regions.map(({ reads }) => ({
      region: 'ap-south-1',
      reads: { ...reads, 'log-alarms': { kind: 'ok', value: [] } } as const,
    }));
    expect(verdict('4.1', { ...snapshot, regions, unscanned: ['eu-central-1'] })).toBe('ERROR');
  });

  it('say the same whatever the order of what was read', () => {
    const shuffled = (value: unknown, order: readonly number[]): unknown =>
      Array.isArray(value)
        ? value
            .map((entry: unknown, index) => [order[index % order.length] ?? 0, entry] as const)
            .toSorted((a, b) => a[0] - b[0])
            .map(([, entry]) => entry)
        : value;
    const special: Special[] = Object.values(failing);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.constantFrom(...special), (order, broken) => {
        const reorder = (reads: object): object =>
          Object.fromEntries(
            Object.entries(reads).map(([name, read]) => [
              name,
              { ...read, value: shuffled(read.value, order) },
            ]),
          );
        const snapshot = snapshotOf(broken);
        const reordered: Snapshot = {
          ...snapshot,
          account: reorder(snapshot.account),
          regions: snapshot.regions.map(({ region, reads }) => ({ region, reads: reorder(reads) })),
        };
        expect(evaluate(controls, reordered, now)).toEqual(evaluate(controls, snapshot, now));
      }),
      { numRuns: 60 },
    );
  });
});
