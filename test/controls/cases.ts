import type { Control } from '../../src/controls/control.ts';
import { controls } from '../../src/controls/index.ts';
import type {
  AccountReads,
  CredentialRow,
  Instance,
  MetricFilter,
  RegionReads,
  SecurityGroup,
  Snapshot,
  Trail,
} from '../../src/controls/snapshot.ts';

export const now = new Date('2026-06-01T00:00:00Z');
export const region = 'eu-central-1';

/** What every read gives in an account where everything is right. */
export type Reads = { readonly account: AccountReads; readonly region: RegionReads };

export const ok = <T>(value: T): { readonly kind: 'ok'; readonly value: T } => ({ kind: 'ok', value });

export const user: CredentialRow = {
  user: 'mona',
  arn: 'arn:aws:iam::111122223333:user/mona',
  createdAt: '2025-01-01T00:00:00+00:00',
  hasPassword: true,
  passwordUsedAt: '2026-05-30T00:00:00+00:00',
  passwordChangedAt: '2026-04-01T00:00:00+00:00',
  hasMfa: true,
  keys: [
    { isActive: true, rotatedAt: '2026-05-01T00:00:00+00:00', usedAt: '2026-05-31T00:00:00+00:00' },
    { isActive: false, rotatedAt: null, usedAt: null },
  ],
};
const root: CredentialRow = {
  ...user,
  user: '<root_account>',
  hasPassword: false,
  passwordUsedAt: '2025-01-01T00:00:00+00:00',
  passwordChangedAt: null,
  keys: [],
};

export const trail: Trail = {
  arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all',
  homeRegion: region,
  isMultiRegion: true,
  hasValidation: true,
  keyId: 'arn:aws:kms:eu-central-1:111122223333:key/1',
  bucket: 'trails',
  logGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trails:*',
};

export const instance: Instance = {
  id: 'i-1',
  state: 'running',
  hasProfile: true,
  httpTokens: 'required',
  hasMetadataEndpoint: true,
};

export const group: SecurityGroup = {
  id: 'sg-1',
  name: 'web',
  ingress: [{ protocol: 'tcp', from: 443, to: 443, ranges: ['0.0.0.0/0', '::/0'] }],
  ingressRules: 1,
  egressRules: 1,
};

const allOn = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};

export const tlsStatement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

/** The alarm of one filter, heard by somebody. */
export const heard: MetricFilter['alarms'] = ok([
  {
    name: 'alarm',
    hasActions: true,
    topics: [{ arn: 'arn:aws:sns:eu-central-1:1:topic', confirmed: ok(1) }],
  },
]);

/** Filters as the remedies of the controls themselves ask for them. */
export function metricFilters(): readonly MetricFilter[] {
  return controls.flatMap(({ id, section, remedy }) => {
    const pattern = /--filter-pattern '(.*)'$/.exec(remedy.commands[0] ?? '')?.[1];
    if (section !== 'Monitoring' || pattern === undefined) return [];
    return [{ logGroupArn: trail.logGroupArn ?? '', name: id, pattern, alarms: heard }];
  });
}

export function goodReads(): Reads {
  const database = {
    name: 'db',
    isEncrypted: true,
    hasMinorUpgrades: true,
    isPublic: false,
    isMultiZone: true,
  };
  return {
    account: {
      'security-contact': true,
      'account-summary': { AccountAccessKeysPresent: 0, AccountMFAEnabled: 1, AccountPasswordPresent: 1 },
      'virtual-mfa-devices': [],
      'password-policy': { minimumLength: 14, reusePrevention: 24 },
      'credential-report': [root, user],
      users: [{ name: 'mona', inlinePolicies: [], attachedPolicies: [] }],
      'attached-policies': [
        {
          arn: 'arn:aws:iam::111122223333:policy/read',
          document: ok({ Statement: { Effect: 'Allow', Action: 's3:Get*', Resource: '*' } }),
        },
      ],
      'support-access': { users: [], groups: [], roles: ['support'] },
      'cloud-shell-access': { users: [], groups: [], roles: [] },
      'server-certificates': [{ name: 'www', expiresAt: '2027-01-01T00:00:00.000Z' }],
      'account-public-access-block': null,
      'bucket-policies': [{ bucket: 'data', policy: ok({ Statement: [tlsStatement] }) }],
      'bucket-public-access-blocks': [{ bucket: 'data', block: ok(allOn) }],
      'bucket-versioning': [{ bucket: 'data', mfaDelete: ok(true) }],
      'trail-bucket-logging': [{ bucket: 'trails', logging: ok(true) }],
    },
    region: {
      instances: [instance],
      'security-groups': [
        group,
        { id: 'sg-0', name: 'default', ingress: [], ingressRules: 0, egressRules: 0 },
      ],
      'network-acls': [
        {
          id: 'acl-1',
          ingress: [
            { number: 10, isAllowed: false, protocol: '6', from: 22, to: 22, range: '0.0.0.0/0' },
            { number: 100, isAllowed: true, protocol: '6', from: 443, to: 443, range: '0.0.0.0/0' },
            { number: 32_767, isAllowed: false, protocol: '-1', from: null, to: null, range: '0.0.0.0/0' },
          ],
        },
      ],
      'route-tables': [{ id: 'rtb-1', peerRoutes: [{ connection: 'pcx-1', destination: '10.1.2.0/24' }] }],
      'peering-connections': [{ id: 'pcx-1', ranges: ['10.1.0.0/16', '10.2.0.0/16'] }],
      vpcs: ['vpc-1'],
      'flow-logs': [{ resource: 'vpc-1', isActive: true }],
      'ebs-encryption': true,
      'database-instances': [database],
      'file-systems': [{ id: 'fs-1', isEncrypted: true }],
      analyzers: [{ name: 'account', isActive: true }],
      trails: [trail],
      'trail-status': [{ trail: trail.arn, isLogging: ok(true) }],
      'trail-selectors': [{ trail: trail.arn, selectors: ok({ basic: [selector({})], advanced: [] }) }],
      recorders: [{ name: 'default', isRecording: true, lastStatus: 'SUCCESS', recordsAll: true }],
      keys: [{ arn: 'key/1', details: ok(key({})) }],
      'log-alarms': metricFilters(),
      'security-hub': true,
    },
  };
}

type Selector = Extract<
  RegionReads['trail-selectors'][number]['selectors'],
  { kind: 'ok' }
>['value']['basic'][number];

export function selector(special: Partial<Selector>): Selector {
  return {
    readWrite: 'All',
    hasManagementEvents: true,
    excludedSources: [],
    data: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }],
    ...special,
  };
}

export function key(
  special: Partial<Extract<RegionReads['keys'][number]['details'], { kind: 'ok' }>['value']>,
): Extract<RegionReads['keys'][number]['details'], { kind: 'ok' }>['value'] {
  return {
    isCustomers: true,
    isEnabled: true,
    spec: 'SYMMETRIC_DEFAULT',
    origin: 'AWS_KMS',
    isRotated: true,
    ...special,
  };
}

/** A snapshot of one region where everything is right but what is given. */
export function snapshotOf(
  special: { readonly account?: Partial<AccountReads>; readonly region?: Partial<RegionReads> } = {},
): Snapshot {
  const good = goodReads();
  const reads = (values: object): object =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ok(value)]));
  return {
    accountId: '111122223333',
    account: reads({ ...good.account, ...special.account }),
    regions: [{ region, reads: reads({ ...good.region, ...special.region }) }],
    unscanned: [],
  };
}

export function controlOf(id: string): Control {
  const found = controls.find(control => control.id === id);
  if (found === undefined) throw new Error(`no control ${id}`);
  return found;
}
