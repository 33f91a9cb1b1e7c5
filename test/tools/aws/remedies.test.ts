import { describe, expect, it } from 'vitest';
import { type AwsHandler, AwsRefusal, createFakeAws } from '../../fakes/aws/fake-aws.ts';
import { callAwsTool } from './call-aws-tool.ts';

const account = '111122223333';
const ec2Arn = (rest: string): string => `arn:aws:ec2:eu-central-1:${account}:${rest}`;
const keyArn = `arn:aws:kms:eu-central-1:${account}:key/1234abcd`;
const groupId = 'sg-0123456789abcdef0';
const instanceId = 'i-0123456789abcdef0';
const databaseArn = `arn:aws:rds:eu-central-1:${account}:db:orders`;

const wouldDo: AwsHandler = () => {
  throw new AwsRefusal('DryRunOperation', 'Request would have succeeded', 412);
};

const identity: Readonly<Record<string, AwsHandler>> = {
  'sts:GetCallerIdentity': () => ({ Account: account, Arn: `arn:aws:iam::${account}:user/x` }),
};

function group(name: string, ingress: readonly object[]): AwsHandler {
  return () => ({
    securityGroupInfo: {
      item: [
        {
          groupId,
          groupName: name,
          ipPermissions: { item: ingress },
          ipPermissionsEgress: {
            item: [{ ipProtocol: '-1', ipRanges: { item: [{ cidrIp: '0.0.0.0/0' }] } }],
          },
        },
      ],
    },
  });
}

const rule = (from: number, to: number, cidrIp: string): object => ({
  ipProtocol: 'tcp',
  fromPort: from,
  toPort: to,
  ipRanges: { item: [{ cidrIp }] },
});
const sixRule = { ipProtocol: 'tcp', fromPort: 22, toPort: 22, ipv6Ranges: { item: [{ cidrIpv6: '::/0' }] } };

const database = (settings: object): AwsHandler => {
  const shown = { DBInstanceIdentifier: 'orders', DBInstanceArn: databaseArn, ...settings };
  return () => ({ DBInstances: { DBInstance: [shown] } });
};

type Case = {
  readonly tool: string;
  readonly input: object;
  readonly handlers: Readonly<Record<string, AwsHandler>>;
  readonly grants: readonly object[];
  readonly summary: RegExp;
};

const cases: readonly Case[] = [
  {
    tool: 'iam_raise_password_policy',
    input: {},
    handlers: {
      'iam:GetAccountPasswordPolicy': () => ({
        PasswordPolicy: { MinimumPasswordLength: 20, PasswordReusePrevention: 3, RequireSymbols: true },
      }),
    },
    grants: [{ actions: ['iam:UpdateAccountPasswordPolicy'], resources: ['*'] }],
    // What is stricter already stays.
    summary: /20 characters \(now 20\), and the last 24/,
  },
  {
    tool: 's3_require_tls',
    input: { bucket: 'reports' },
    handlers: {
      's3:GET /?policy': () => JSON.stringify({ Statement: [] }),
      's3:GET /?tagging': () => '<Tagging><TagSet></TagSet></Tagging>',
    },
    grants: [{ actions: ['s3:PutBucketPolicy'], resources: ['arn:aws:s3:::reports'] }],
    summary: /one statement is added to its policy/,
  },
  {
    tool: 'ec2_encrypt_new_volumes',
    input: {},
    handlers: {
      'ec2:GetEbsEncryptionByDefault': () => ({ ebsEncryptionByDefault: false }),
      'ec2:EnableEbsEncryptionByDefault': wouldDo,
    },
    grants: [{ actions: ['ec2:EnableEbsEncryptionByDefault'], resources: ['*'] }],
    summary: /encrypted with the region’s default key/,
  },
  {
    tool: 'ec2_require_metadata_tokens',
    input: { instanceId },
    handlers: {
      'ec2:DescribeInstances': () => ({
        reservationSet: { item: [{ instancesSet: { item: [{ instanceId }] } }] },
      }),
      'ec2:ModifyInstanceMetadataOptions': wouldDo,
    },
    grants: [
      { actions: ['ec2:ModifyInstanceMetadataOptions'], resources: [ec2Arn(`instance/${instanceId}`)] },
    ],
    summary: /asks for a token/,
  },
  {
    tool: 'ec2_close_ports',
    input: { securityGroupId: groupId, ports: [22], from: 'ipv4' },
    handlers: {
      'ec2:DescribeSecurityGroups': group('web', [
        rule(20, 30, '0.0.0.0/0'),
        rule(22, 22, '10.0.0.0/8'),
        rule(443, 443, '0.0.0.0/0'),
        sixRule,
      ]),
    },
    grants: [
      { actions: ['ec2:RevokeSecurityGroupIngress'], resources: [ec2Arn(`security-group/${groupId}`)] },
    ],
    summary: /^No longer lets through tcp 20–30 from 0\.0\.0\.0\/0 in sg-/,
  },
  {
    tool: 'ec2_empty_default_group',
    input: { securityGroupId: groupId },
    handlers: { 'ec2:DescribeSecurityGroups': group('default', []) },
    grants: [
      { actions: ['ec2:RevokeSecurityGroupEgress'], resources: [ec2Arn(`security-group/${groupId}`)] },
    ],
    summary: /everything to 0\.0\.0\.0\/0/,
  },
  {
    tool: 'kms_rotate_key_yearly',
    input: { key: keyArn },
    handlers: {
      'kms:DescribeKey': () => ({
        KeyMetadata: {
          KeyId: '1234abcd',
          Arn: keyArn,
          KeyManager: 'CUSTOMER',
          KeySpec: 'SYMMETRIC_DEFAULT',
          Enabled: true,
        },
      }),
      'kms:GetKeyRotationStatus': () => ({ KeyRotationEnabled: false }),
      'kms:ListResourceTags': () => ({ Tags: [] }),
    },
    grants: [{ actions: ['kms:EnableKeyRotation'], resources: [keyArn] }],
    summary: /every year/,
  },
  {
    tool: 'rds_secure_instance',
    input: { database: 'orders', setting: 'private' },
    handlers: { 'rds:DescribeDBInstances': database({ PubliclyAccessible: true }) },
    grants: [{ actions: ['rds:ModifyDBInstance'], resources: [databaseArn] }],
    summary: /clients outside the VPC are cut off/,
  },
];

describe('a tool that puts a failing control right', () => {
  it.each(cases)(
    '$tool plans exactly that, and waits',
    async ({ tool, input, handlers, grants, summary }) => {
      const aws = createFakeAws({ ...identity, ...handlers });
      const result = await callAwsTool(aws, tool, input);
      expect(result).toMatchObject({
        kind: 'needs-approval',
        plan: { grants, summary: expect.stringMatching(summary) },
      });
    },
  );

  const refusedCases: readonly (readonly [string, object, Readonly<Record<string, AwsHandler>>])[] = [
    [
      'iam_raise_password_policy',
      {},
      {
        'iam:GetAccountPasswordPolicy': () => ({
          PasswordPolicy: { MinimumPasswordLength: 14, PasswordReusePrevention: 24 },
        }),
      },
    ],
    ['s3_require_tls', { bucket: 'reports' }, { 's3:GET /?policy': (): string => 'not JSON' }],
    [
      's3_require_tls',
      { bucket: 'reports' },
      {
        's3:GET /?policy': (): string =>
          JSON.stringify({ Statement: { Sid: 'DenyRequestsWithoutTls', Effect: 'Deny', Action: 's3:Get*' } }),
      },
    ],
    [
      'ec2_encrypt_new_volumes',
      {},
      { 'ec2:GetEbsEncryptionByDefault': () => ({ ebsEncryptionByDefault: true }) },
    ],
    [
      'ec2_close_ports',
      { securityGroupId: groupId, ports: [22] },
      { 'ec2:DescribeSecurityGroups': group('web', [rule(22, 22, '10.0.0.0/8')]) },
    ],
    [
      'ec2_empty_default_group',
      { securityGroupId: groupId },
      { 'ec2:DescribeSecurityGroups': group('web', []) },
    ],
    [
      'kms_rotate_key_yearly',
      { key: keyArn },
      { 'kms:DescribeKey': () => ({ KeyMetadata: { KeyId: '1', Arn: keyArn, KeyManager: 'AWS' } }) },
    ],
    [
      'rds_secure_instance',
      { database: 'orders', setting: 'private' },
      { 'rds:DescribeDBInstances': database({ PubliclyAccessible: false }) },
    ],
  ];
  it.each(refusedCases)(
    '%s is refused where there is nothing to do or it is not understood',
    async (tool, input, handlers) => {
      const aws = createFakeAws({ ...identity, ...handlers });
      expect(await callAwsTool(aws, tool, input, { approvedBy: 'hubot' })).toMatchObject({ kind: 'refused' });
    },
  );

  it('keeps the statements of a bucket’s policy', async () => {
    const own = { Sid: 'Own', Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: '*' };
    const written: string[] = [];
    const aws = createFakeAws({
      's3:GET /?policy': () => JSON.stringify({ Version: '2012-10-17', Statement: own }),
      's3:GET /?tagging': () => '<Tagging><TagSet></TagSet></Tagging>',
      's3:PUT /?policy': ({ input }) => {
        written.push(JSON.stringify(input));
        return {};
      },
    });
    const result = await callAwsTool(aws, 's3_require_tls', { bucket: 'reports' }, { approvedBy: 'hubot' });
    expect(result).toMatchObject({ kind: 'ok' });
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      Statement: [{ Sid: 'Own' }, { Sid: 'DenyRequestsWithoutTls', Effect: 'Deny' }],
    });
  });
});
