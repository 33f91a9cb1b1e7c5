import type { AwsHandler } from '../../../fakes/aws/fake-aws.ts';
import { id, instanceIs } from '../ec2/answers.ts';
import { account } from '../ec2/ec2-account.ts';

/** A change as `scene` takes it: tool, input, actions that change something, answers. */
type RemedyScene = readonly [string, object, readonly string[], Readonly<Record<string, AwsHandler>>];

const arn = `arn:aws:kms:eu-central-1:${account}:key/1234abcd`;
const groupId = 'sg-0123456789abcdef0';
const everybody = { item: [{ cidrIp: '0.0.0.0/0' }] };

function group(groupName: string, ingress: readonly object[]): AwsHandler {
  const shown = {
    groupId,
    groupName,
    ipPermissions: { item: ingress },
    ipPermissionsEgress: { item: [{ ipProtocol: '-1', ipRanges: everybody }] },
  };
  return () => ({ securityGroupInfo: { item: [shown] } });
}

const yes: AwsHandler = () => ({ return: 'true' });

/** The tools that put failing controls right, of the services beside IAM and S3. */
export const remedyScenes: readonly RemedyScene[] = [
  [
    'ec2_close_ports',
    { securityGroupId: groupId, ports: [22] },
    ['ec2:RevokeSecurityGroupIngress'],
    {
      'ec2:DescribeSecurityGroups': group('web', [
        { ipProtocol: 'tcp', fromPort: 22, toPort: 22, ipRanges: everybody },
      ]),
      'ec2:RevokeSecurityGroupIngress': yes,
    },
  ],
  [
    'ec2_empty_default_group',
    { securityGroupId: groupId },
    ['ec2:RevokeSecurityGroupEgress'],
    {
      'ec2:DescribeSecurityGroups': group('default', []),
      'ec2:RevokeSecurityGroupEgress': yes,
    },
  ],
  [
    'ec2_encrypt_new_volumes',
    {},
    ['ec2:EnableEbsEncryptionByDefault'],
    {
      'ec2:GetEbsEncryptionByDefault': () => ({ ebsEncryptionByDefault: 'false' }),
      'ec2:EnableEbsEncryptionByDefault': () => ({ ebsEncryptionByDefault: 'true' }),
    },
  ],
  [
    'ec2_require_metadata_tokens',
    { instanceId: id.instance },
    ['ec2:ModifyInstanceMetadataOptions'],
    { 'ec2:DescribeInstances': instanceIs('running'), 'ec2:ModifyInstanceMetadataOptions': yes },
  ],
  [
    'kms_rotate_key_yearly',
    { key: arn },
    ['kms:EnableKeyRotation'],
    {
      'kms:DescribeKey': () => ({
        KeyMetadata: {
          KeyId: '1234abcd',
          Arn: arn,
          KeyManager: 'CUSTOMER',
          KeySpec: 'SYMMETRIC_DEFAULT',
          Enabled: true,
        },
      }),
      'kms:GetKeyRotationStatus': () => ({ KeyRotationEnabled: false }),
      'kms:ListResourceTags': () => ({ Tags: [] }),
      'kms:EnableKeyRotation': () => ({}),
    },
  ],
  [
    'rds_secure_instance',
    { database: 'orders', setting: 'private' },
    ['rds:ModifyDBInstance'],
    {
      'rds:DescribeDBInstances': () => ({
        DBInstances: {
          DBInstance: [
            {
              DBInstanceIdentifier: 'orders',
              DBInstanceArn: `arn:aws:rds:eu-central-1:${account}:db:orders`,
              PubliclyAccessible: 'true',
            },
          ],
        },
      }),
      'rds:ModifyDBInstance': () => ({ DBInstance: { DBInstanceStatus: 'modifying' } }),
    },
  ],
];
