import { Buffer } from 'node:buffer';
import { type AwsHandler, AwsRefusal } from './fake-aws.ts';

/** How big the account is; instances are spread over the regions. */
export type AccountSize = {
  readonly regions: readonly string[];
  readonly instances: number;
  readonly buckets: number;
  readonly users: number;
};

/** Everything that an audit asks of an account of some size in which nothing is set up well. */
export function createFakeAccount(size: AccountSize): Readonly<Record<string, AwsHandler>> {
  const { regions, instances, buckets, users } = size;
  const names = Array.from({ length: buckets }, (_, index) => `bucket-${index}`);
  const none = (): object => ({});
  return {
    'sts:GetCallerIdentity': () => ({
      Account: '111122223333',
      Arn: 'arn:aws:iam::111122223333:user/a',
      UserId: 'A',
    }),
    'ec2:DescribeRegions': () => ({ regionInfo: { item: regions.map(regionName => ({ regionName })) } }),
    'ec2:DescribeInstances': ({ region }) => ({
      reservationSet: {
        item: Array.from({ length: Math.ceil(instances / regions.length) }, (_, index) => ({
          instancesSet: {
            item: {
              instanceId: `i-${region}-${index}`,
              instanceState: { name: 'running' },
              metadataOptions: { httpTokens: 'optional', httpEndpoint: 'enabled' },
            },
          },
        })),
      },
    }),
    'ec2:DescribeSecurityGroups': ({ region }) => ({
      securityGroupInfo: { item: { groupId: `sg-${region}`, groupName: 'default' } },
    }),
    'ec2:DescribeNetworkAcls': none,
    'ec2:DescribeRouteTables': none,
    'ec2:DescribeVpcPeeringConnections': none,
    'ec2:DescribeVpcs': ({ region }) => ({ vpcSet: { item: { vpcId: `vpc-${region}` } } }),
    'ec2:DescribeFlowLogs': none,
    'ec2:GetEbsEncryptionByDefault': () => ({ ebsEncryptionByDefault: false }),
    'iam:GetAccountSummary': () => ({
      SummaryMap: {
        entry: [
          { key: 'AccountMFAEnabled', value: 0 },
          { key: 'AccountAccessKeysPresent', value: 0 },
        ],
      },
    }),
    'iam:ListVirtualMFADevices': () => ({ IsTruncated: false }),
    'iam:GetAccountPasswordPolicy': absent('NoSuchEntity'),
    'iam:GenerateCredentialReport': () => ({ State: 'COMPLETE' }),
    'iam:GetCredentialReport': () => ({ Content: Buffer.from(credentialReport(users)).toString('base64') }),
    'iam:GetAccountAuthorizationDetails': ({ input }) => userPage(users, Number(input.Marker ?? 0)),
    'iam:ListPolicies': () => ({ Policies: { member: { Arn: policyArn, DefaultVersionId: 'v1' } } }),
    'iam:GetPolicyVersion': () => ({
      PolicyVersion: {
        Document: encodeURIComponent(
          JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
        ),
      },
    }),
    'iam:ListEntitiesForPolicy': () => ({ IsTruncated: false }),
    'iam:ListServerCertificates': () => ({ IsTruncated: false }),
    'account:POST /getAlternateContact': absent('ResourceNotFoundException'),
    'access-analyzer:GET /analyzer': () => ({ analyzers: [] }),
    'rds:DescribeDBInstances': none,
    'elasticfilesystem:GET /2015-02-01/file-systems': () => ({ FileSystems: [] }),
    'config:DescribeConfigurationRecorders': none,
    'config:DescribeConfigurationRecorderStatus': none,
    'kms:ListKeys': () => ({ Keys: [] }),
    'securityhub:GET /accounts': () => {
      throw new AwsRefusal('InvalidAccessException', 'Not subscribed.', 401);
    },
    'cloudtrail:DescribeTrails': () => ({ trailList: [] }),
    's3:GET /v20180820/configuration/publicAccessBlock': absent('NoSuchPublicAccessBlockConfiguration'),
    's3:GET /?max-buckets=1000': () =>
      `<ListAllMyBucketsResult><Buckets>${names.map(name => `<Bucket><Name>${name}</Name><BucketRegion>${regions[0] ?? ''}</BucketRegion></Bucket>`).join('')}</Buckets></ListAllMyBucketsResult>`,
    // A bucket's name is in the host.
    's3:GET /?policy': absent('NoSuchBucketPolicy'),
    's3:GET /?publicAccessBlock': absent('NoSuchPublicAccessBlockConfiguration'),
    's3:GET /?versioning': () => '<VersioningConfiguration></VersioningConfiguration>',
  };
}

const policyArn = 'arn:aws:iam::111122223333:policy/everything';
/** As many users as IAM gives in a page. */
const pageSize = 200;

function absent(code: string): AwsHandler {
  return () => {
    throw new AwsRefusal(code, 'There is none.', 404);
  };
}

function userPage(users: number, from: number): object {
  const next = from + pageSize;
  const listed = Array.from({ length: Math.min(pageSize, users - from) }, (_, index) => ({
    UserName: `user-${from + index}`,
  }));
  return {
    UserDetailList: { member: listed },
    IsTruncated: next < users,
    ...(next < users && { Marker: next }),
  };
}

function credentialReport(users: number): string {
  const header =
    'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
  const line = (user: string): string =>
    `${user},arn:aws:iam::111122223333:user/${user},2020-01-01T00:00:00+00:00,true,no_information,2020-01-01T00:00:00+00:00,N/A,false,true,2020-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;
  const rest = Array.from({ length: users }, (_, index) => line(`user-${index}`));
  return [header, line('<root_account>'), ...rest].join('\n');
}
