import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/contracts/audit.ts';
import { verdictOf } from '../../src/controls/control.ts';
import type { AccountReads, CredentialRow, RegionReads, Snapshot } from '../../src/controls/snapshot.ts';
import {
  controlOf,
  group,
  heard,
  instance,
  key,
  now,
  ok,
  selector,
  snapshotOf,
  tlsStatement,
  trail,
  user,
} from './cases.ts';

const verdict = (id: string, snapshot: Snapshot): Verdict => verdictOf(controlOf(id).evaluate(snapshot, now));
const account = (reads: Partial<AccountReads>): Snapshot => snapshotOf({ account: reads });
const regional = (reads: Partial<RegionReads>): Snapshot => snapshotOf({ region: reads });
const failure = { action: 'x:Y', region: 'eu-central-1', resource: null, code: 'denied', message: 'no' };
const row = (special: Partial<CredentialRow>): Snapshot =>
  account({ 'credential-report': [{ ...user, ...special }] });
const keyOf = (isActive: boolean, rotatedAt: string | null, usedAt: string | null = null) => ({
  keys: [{ isActive, rotatedAt, usedAt }],
  hasPassword: false,
});

describe('mistakes that others make in credentials', () => {
  it.each([
    ['a fresh key that nobody used yet passes', keyOf(true, '2026-05-25T00:00:00Z'), 'PASS'],
    ['a key never used counts from the day it was made', keyOf(true, '2026-01-01T00:00:00Z'), 'FAIL'],
    ['an inactive key is nobody’s business', keyOf(false, '2020-01-01T00:00:00Z'), 'NOT_APPLICABLE'],
    ['45 days are idle', keyOf(true, '2020-01-01T00:00:00Z', '2026-04-17T00:00:00Z'), 'FAIL'],
    ['44 days are not', keyOf(true, '2020-01-01T00:00:00Z', '2026-04-18T00:00:01Z'), 'PASS'],
    ['a key without any date is no pass', { ...keyOf(true, null), createdAt: null }, 'ERROR'],
    [
      'a password never used counts from its last change',
      { keys: [], passwordUsedAt: null, passwordChangedAt: '2026-05-30T00:00:00Z' },
      'PASS',
    ],
  ] as const)('1.11: %s', (_, special, expected) => {
    expect(verdict('1.11', row(special))).toBe(expected);
  });

  it('1.13: an inactive old key is not flagged', () => {
    expect(verdict('1.13', row(keyOf(false, '2020-01-01T00:00:00Z')))).toBe('NOT_APPLICABLE');
  });

  it('1.4: a root user without credentials needs no second factor', () => {
    const summary = { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 };
    expect(verdict('1.4', account({ 'account-summary': summary }))).toBe('NOT_APPLICABLE');
    expect(verdict('1.4', account({ 'account-summary': { AccountMFAEnabled: 0 } }))).toBe('FAIL');
  });

  it('1.3: a summary that does not say is no pass', () => {
    expect(verdict('1.3', account({ 'account-summary': {} }))).toBe('ERROR');
  });
});

describe('mistakes that others make in policies', () => {
  const policy = (statement: unknown): Snapshot =>
    account({ 'attached-policies': [{ arn: 'p', document: ok({ Statement: statement }) }] });
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
  it.each([
    ['texts instead of lists', allow, 'FAIL'],
    [
      'a list among others',
      [{ ...allow, Action: ['s3:Get*', '*:*'], Resource: ['arn:aws:s3:::a', '*'] }],
      'FAIL',
    ],
    ['a denial is none', { ...allow, Effect: 'Deny' }, 'PASS'],
    ['NotAction is for people', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, 'MANUAL'],
    ['one service is not everything', { ...allow, Action: 's3:*' }, 'PASS'],
    ['no policy at all', undefined, 'ERROR'],
  ])('1.15: %s', (_, statement, expected) => {
    expect(verdict('1.15', policy(statement))).toBe(expected);
  });

  const bucket = (...statements: readonly object[]): Snapshot =>
    account({ 'bucket-policies': [{ bucket: 'data', policy: ok({ Statement: statements }) }] });
  it.each([
    ['the objects alone', { ...tlsStatement, Resource: 'arn:aws:s3:::data/*' }, 'FAIL'],
    ['the bucket alone', { ...tlsStatement, Resource: 'arn:aws:s3:::data' }, 'FAIL'],
    ['another bucket', { ...tlsStatement, Resource: ['arn:aws:s3:::data2', 'arn:aws:s3:::data2/*'] }, 'FAIL'],
    ['everything', { ...tlsStatement, Resource: '*' }, 'PASS'],
    ['a principal as an object', { ...tlsStatement, Principal: { AWS: '*' } }, 'PASS'],
    ['one principal', { ...tlsStatement, Principal: { AWS: 'arn:aws:iam::1:root' } }, 'FAIL'],
    ['reads alone', { ...tlsStatement, Action: 's3:GetObject' }, 'FAIL'],
    ['a Boolean', { ...tlsStatement, Condition: { Bool: { 'aws:SecureTransport': false } } }, 'PASS'],
    [
      'an old version of TLS',
      { ...tlsStatement, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
      'PASS',
    ],
    [
      'a further condition narrows it',
      {
        ...tlsStatement,
        Condition: { ...tlsStatement.Condition, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      },
      'FAIL',
    ],
    [
      'an allowance with TLS',
      { ...tlsStatement, Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      'FAIL',
    ],
  ])('2.1.1: %s', (_, statement, expected) => {
    expect(verdict('2.1.1', bucket(statement))).toBe(expected);
  });

  it('2.1.4: all four settings count, of bucket and account together', () => {
    const block = (on: string): AccountReads['account-public-access-block'] => ({
      blockPublicAcls: on.includes('a'),
      ignorePublicAcls: on.includes('b'),
      blockPublicPolicy: on.includes('c'),
      restrictPublicBuckets: on.includes('d'),
    });
    const both = (own: string, whole: string): Verdict =>
      verdict(
        '2.1.4',
        account({
          'bucket-public-access-blocks': [{ bucket: 'data', block: ok(block(own)) }],
          'account-public-access-block': block(whole),
        }),
      );
    expect(both('ab', '')).toBe('FAIL');
    expect(both('cd', '')).toBe('FAIL');
    expect(both('ab', 'cd')).toBe('PASS');
    expect(both('', 'abcd')).toBe('PASS');
  });
});

describe('mistakes that others make in networks', () => {
  const rule = (special: object): Snapshot =>
    regional({
      'security-groups': [
        { ...group, ingress: [{ protocol: 'tcp', from: 22, to: 22, ranges: ['0.0.0.0/0'], ...special }] },
      ],
    });
  it.each([
    ['a range that includes the port', { from: 0, to: 1024 }, 'FAIL'],
    ['every protocol', { protocol: '-1', from: null, to: null }, 'FAIL'],
    ['every port', { from: null, to: null }, 'FAIL'],
    ['UDP', { protocol: 'udp', from: 3389, to: 3389 }, 'FAIL'],
    ['ICMP has no ports', { protocol: 'icmp', from: null, to: null }, 'PASS'],
    ['one network', { ranges: ['10.0.0.0/8'] }, 'PASS'],
    ['IPv6 is another control', { ranges: ['::/0'] }, 'PASS'],
  ])('5.3: %s', (_, special, expected) => {
    expect(verdict('5.3', rule(special))).toBe(expected);
  });

  const acl = (...entries: readonly object[]): Snapshot =>
    regional({
      'network-acls': [
        {
          id: 'acl-1',
          ingress: entries.map((entry, index) => ({
            number: index + 1,
            isAllowed: true,
            protocol: '6',
            from: 22,
            to: 22,
            range: '0.0.0.0/0',
            ...entry,
          })),
        },
      ],
    });
  it.each([
    ['a denial before', [{ isAllowed: false }, {}], 'PASS'],
    ['a denial after', [{}, { isAllowed: false }], 'FAIL'],
    ['a denial of TCP lets UDP in', [{ isAllowed: false }, { protocol: '-1', from: null, to: null }], 'FAIL'],
    ['a denial of one network is none', [{ isAllowed: false, range: '10.0.0.0/8' }, {}], 'FAIL'],
    ['IPv6', [{ range: '::/0' }], 'FAIL'],
    ['written with higher numbers first', [{ number: 200 }, { number: 100, isAllowed: false }], 'PASS'],
  ])('5.2: %s', (_, entries, expected) => {
    expect(verdict('5.2', acl(...entries))).toBe(expected);
  });

  it('1.17 and 5.7: terminated instances are gone, stopped ones are not; a service that is off needs no token', () => {
    const one = (special: object): Snapshot =>
      regional({ instances: [{ ...instance, hasProfile: false, httpTokens: 'optional', ...special }] });
    expect(verdict('1.17', one({ state: 'terminated' }))).toBe('NOT_APPLICABLE');
    expect(verdict('1.17', one({ state: 'stopped' }))).toBe('FAIL');
    expect(verdict('5.7', one({ hasMetadataEndpoint: false }))).toBe('PASS');
  });
});

describe('mistakes that others make in logging', () => {
  const selectors = (...basic: readonly object[]): Partial<RegionReads> => ({
    'trail-selectors': [{ trail: trail.arn, selectors: ok({ basic: basic.map(selector), advanced: [] }) }],
  });
  const fields = (...names: readonly (readonly [string, string, boolean?])[]): Partial<RegionReads> => ({
    'trail-selectors': [
      {
        trail: trail.arn,
        selectors: ok({
          basic: [],
          advanced: [
            {
              fields: names.map(([field, value, hasOther = false]) => ({ field, equals: [value], hasOther })),
            },
          ],
        }),
      },
    ],
  });
  it.each([
    ['a trail that does not log', { 'trail-status': [{ trail: trail.arn, isLogging: ok(false) }] }, 'FAIL'],
    ['writes alone', selectors({ readWrite: 'WriteOnly' }), 'FAIL'],
    ['writes here and reads there', selectors({ readWrite: 'WriteOnly' }, { readWrite: 'ReadOnly' }), 'PASS'],
    ['without KMS', selectors({ excludedSources: ['kms.amazonaws.com'] }), 'FAIL'],
    ['advanced', fields(['eventCategory', 'Management']), 'PASS'],
    [
      'advanced and narrowed',
      fields(['eventCategory', 'Management'], ['eventSource', 'iam.amazonaws.com']),
      'FAIL',
    ],
    ['no trail', { trails: [] }, 'FAIL'],
  ])('3.1: %s', (_, reads, expected) => {
    expect(verdict('3.1', regional(reads))).toBe(expected);
  });

  it.each([
    [
      'one bucket',
      selectors({ data: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3:::data/'] }] }),
      'FAIL',
    ],
    [
      'functions',
      selectors({ data: [{ type: 'AWS::Lambda::Function', values: ['arn:aws:lambda'] }] }),
      'FAIL',
    ],
    ['advanced', fields(['eventCategory', 'Data'], ['resources.type', 'AWS::S3::Object']), 'PASS'],
    [
      'advanced reads',
      fields(['eventCategory', 'Data'], ['resources.type', 'AWS::S3::Object'], ['readOnly', 'true']),
      'FAIL',
    ],
    [
      'advanced for some buckets',
      fields(['eventCategory', 'Data'], ['resources.type', 'AWS::S3::Object'], ['resources.ARN', '', true]),
      'FAIL',
    ],
  ])('3.8: %s', (_, reads, expected) => {
    expect(verdict('3.8', regional(reads))).toBe(expected);
  });

  it.each([
    ['AWS’s own', { isCustomers: false, isRotated: null }, 'NOT_APPLICABLE'],
    ['disabled', { isEnabled: false, isRotated: null }, 'NOT_APPLICABLE'],
    ['asymmetric', { spec: 'RSA_2048', isRotated: null }, 'NOT_APPLICABLE'],
    ['imported', { origin: 'EXTERNAL', isRotated: null }, 'MANUAL'],
  ])('3.6: %s', (_, special, expected) => {
    expect(verdict('3.6', regional({ keys: [{ arn: 'k', details: ok(key(special)) }] }))).toBe(expected);
  });

  it('3.4: a bucket of another account is for people', () => {
    expect(verdict('3.4', account({ 'trail-bucket-logging': [{ bucket: 'b', logging: 'foreign' }] }))).toBe(
      'MANUAL',
    );
  });

  it('3.3: one that is stopped, and none at all', () => {
    const stopped = { name: 'default', isRecording: false, lastStatus: 'SUCCESS', recordsAll: true };
    expect(verdict('3.3', regional({ recorders: [stopped] }))).toBe('FAIL');
    expect(verdict('3.3', regional({ recorders: [] }))).toBe('FAIL');
  });
});

describe('the chain from a trail to somebody who hears of it', () => {
  const names = ['DisableKey', 'ScheduleKeyDeletion'];
  const written = names.map(name => `($.eventName = ${name})`).join(' || ');
  const chain = (special: object, reads: Partial<RegionReads> = {}): Verdict =>
    verdict(
      '4.7',
      regional({
        'log-alarms': [
          {
            logGroupArn: trail.logGroupArn ?? '',
            name: 'f',
            pattern: `{ ${written} }`,
            alarms: heard,
            ...special,
          },
        ],
        ...reads,
      }),
    );
  const topic = (confirmed: object): object => ({
    alarms: ok([{ name: 'a', hasActions: true, topics: [{ arn: 't', confirmed }] }]),
  });
  it.each([
    ['everything is there', {}, 'PASS'],
    [
      'in another order, quoted, without blanks',
      { pattern: `{($.eventName="ScheduleKeyDeletion")||($.eventName="DisableKey")}` },
      'PASS',
    ],
    ['with a wildcard', { pattern: '{ $.eventName = "*Key*" }' }, 'PASS'],
    [
      'with its source before',
      { pattern: `{ ($.eventSource = kms.amazonaws.com) && (${written}) }` },
      'PASS',
    ],
    ['one event is missing', { pattern: '{ $.eventName = DisableKey }' }, 'FAIL'],
    [
      'the names are there but denied',
      { pattern: '{ ($.eventName != DisableKey) && ($.eventName != ScheduleKeyDeletion) }' },
      'FAIL',
    ],
    [
      'the names must all hold at once',
      { pattern: '{ ($.eventName = DisableKey) && ($.eventName = ScheduleKeyDeletion) }' },
      'FAIL',
    ],
    ['another source', { pattern: `{ ($.eventSource = s3.amazonaws.com) && (${written}) }` }, 'FAIL'],
    ['a pattern that is not read', { pattern: '[ip, user, name = DisableKey]' }, 'MANUAL'],
    ['no alarm', { alarms: ok([]) }, 'FAIL'],
    [
      'actions turned off',
      { alarms: ok([{ name: 'a', hasActions: false, topics: [{ arn: 't', confirmed: ok(1) }] }]) },
      'FAIL',
    ],
    ['nobody confirmed', topic(ok(0)), 'FAIL'],
    ['subscriptions not readable', topic({ kind: 'failed', failure }), 'ERROR'],
    ['alarms not readable', { alarms: { kind: 'failed', failure } }, 'ERROR'],
    ['another log group', { logGroupArn: 'arn:aws:logs:eu-central-1:1:log-group:other:*' }, 'FAIL'],
  ])('%s', (_, special, expected) => {
    expect(chain(special)).toBe(expected);
  });

  it('a trail whose state could not be read is no pass and no failure', () => {
    expect(
      chain({}, { 'trail-status': [{ trail: trail.arn, isLogging: { kind: 'failed', failure } }] }),
    ).toBe('ERROR');
    expect(chain({}, { 'trail-status': [{ trail: trail.arn, isLogging: ok(false) }] })).toBe('FAIL');
  });
});
