import { describe, expect, it } from 'vitest';
import { credentialRows } from '../../../../src/tools/aws/iam/credential-report-rows.ts';
import { AwsRefusal, createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const everything = encodeURIComponent(
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
);
const admin = 'arn:aws:iam::111122223333:policy/everything';
const csv = `user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service
<root_account>,arn:aws:iam::1:root,2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A
mona,arn:aws:iam::1:user/mona,2021-01-01T00:00:00+00:00,true,2026-11-01T08:00:00+00:00,2021-01-01T00:00:00+00:00,N/A,false,true,2026-01-01T00:00:00+00:00,2026-11-20T00:00:00+00:00,eu-west-1,s3,false,2022-01-01T00:00:00+00:00,N/A,N/A,N/A
`;

describe('reading IAM', () => {
  it('lists users of the named region’s partition, over pages, up to the limit', async () => {
    const aws = createFakeAws({
      'iam:ListUsers': ({ input }) => ({
        Users: { member: [{ UserName: `u${input.Marker ?? 0}` }] },
        IsTruncated: true,
        Marker: String(Number(input.Marker ?? 0) + 1),
      }),
    });
    const result = await callAwsTool(aws, 'iam_list_users', { limit: 2, region: 'cn-north-1' });
    expect(result).toMatchObject({ value: { users: [{ name: 'u0' }, { name: 'u1' }] }, cut: /first 2/ });
    expect(aws.calls[0]).toMatchObject({ region: 'cn-north-1', host: 'iam.cn-north-1.amazonaws.com.cn' });
  });

  it.each([
    ['AccessDenied', 403, 'refused', 'aws-denied'],
    ['NoSuchEntity', 404, 'refused', 'aws-not-found'],
    ['Throttling', 400, 'failed', 'aws-throttled'],
    ['ExpiredToken', 403, 'refused', 'aws-expired-credentials'],
  ])('%s is told as %s', async (code, status, kind, expected) => {
    const aws = createFakeAws({});
    aws.faults.push({ action: 'iam:GetUser', times: 3, kind: 'refuse', code, status });
    expect(await callAwsTool(aws, 'iam_get_user', { user: 'mona' })).toMatchObject({ kind, code: expected });
  });

  it('says of a policy that it gives everything', async () => {
    const aws = createFakeAws({
      'iam:GetPolicy': () => ({ Policy: { Arn: admin, DefaultVersionId: 'v1' } }),
      'iam:GetPolicyVersion': () => ({ PolicyVersion: { Document: everything } }),
      'iam:ListEntitiesForPolicy': () => ({ PolicyRoles: { member: [{ RoleName: 'web' }] } }),
    });
    expect(await callAwsTool(aws, 'iam_get_policy', { policy: admin })).toMatchObject({
      value: {
        concerns: expect.arrayContaining(['Allows every action on every resource. (iam-admin-access)']),
        holders: [{ type: 'role', name: 'web' }],
      },
    });
  });

  it('says clearly that an emulator has no simulator', async () => {
    const aws = createFakeAws({
      'iam:SimulatePrincipalPolicy': () => {
        throw new AwsRefusal('InternalFailure', 'not implemented', 501);
      },
    });
    const input = { principal: 'arn:aws:iam::111122223333:user/mona', actions: ['s3:GetObject'] };
    expect(await callAwsTool(aws, 'iam_simulate_policy', input)).toMatchObject({
      kind: 'refused',
      code: 'no-simulator',
    });
  });
});

describe('the credential report', () => {
  it('has typed rows, and no keys that never were', () => {
    const [root, mona] = credentialRows(csv);
    expect(root).toMatchObject({
      user: '<root_account>',
      mfa: true,
      accessKeys: [],
      password: { enabled: undefined },
    });
    expect(mona).toMatchObject({
      password: { enabled: true, lastUsed: '2026-11-01T08:00:00.000Z' },
      accessKeys: [
        { slot: 1, active: true, lastService: 's3' },
        { slot: 2, active: false, lastUsed: undefined, lastService: undefined },
      ],
    });
  });

  it('is asked for until it is made', async () => {
    let asked = 0;
    const aws = createFakeAws({
      'iam:GenerateCredentialReport': () => ({ State: asked++ === 0 ? 'STARTED' : 'COMPLETE' }),
      'iam:GetCredentialReport': () => ({ Content: btoa(csv), GeneratedTime: '2026-11-21T09:00:00Z' }),
    });
    const result = await callAwsTool(aws, 'iam_credential_report', {});
    expect(result).toMatchObject({ value: { users: [{ user: '<root_account>' }, { user: 'mona' }] } });
    expect(asked).toBe(2);
  });
});

describe('who can do something', () => {
  const aws = () =>
    createFakeAws({
      'iam:GetAccountAuthorizationDetails': ({ input }) =>
        input.Marker === undefined
          ? {
              IsTruncated: true,
              Marker: 'next',
              UserDetailList: {
                member: [
                  { UserName: 'mona', Arn: 'arn:mona', GroupList: { member: ['admins'] } },
                  {
                    UserName: 'bob',
                    Arn: 'arn:bob',
                    GroupList: { member: ['admins'] },
                    PermissionsBoundary: { PermissionsBoundaryArn: 'arn:nothing' },
                  },
                ],
              },
              RoleDetailList: { member: [{ RoleName: 'idle', Arn: 'arn:idle' }] },
            }
          : {
              IsTruncated: false,
              GroupDetailList: {
                member: [
                  { GroupName: 'admins', AttachedManagedPolicies: { member: [{ PolicyArn: admin }] } },
                ],
              },
              Policies: {
                member: [
                  {
                    Arn: admin,
                    DefaultVersionId: 'v1',
                    PolicyVersionList: {
                      member: [{ VersionId: 'v1', IsDefaultVersion: true, Document: everything }],
                    },
                  },
                  {
                    Arn: 'arn:nothing',
                    DefaultVersionId: 'v1',
                    PolicyVersionList: {
                      member: [
                        {
                          VersionId: 'v1',
                          IsDefaultVersion: true,
                          Document: everything.replace('Allow', 'Deny'),
                        },
                      ],
                    },
                  },
                ],
              },
            },
    });

  it('follows groups over pages, and boundaries', async () => {
    const result = await callAwsTool(aws(), 'iam_who_can', { action: 's3:DeleteBucket' });
    expect(result).toMatchObject({
      value: {
        looked: { users: 2, roles: 1 },
        can: [{ type: 'user', name: 'mona', decision: 'allowed', by: [admin] }],
        denied: 1,
      },
    });
  });

  it('takes no wildcard for an action', async () => {
    expect(await callAwsTool(aws(), 'iam_who_can', { action: 's3:*' })).toMatchObject({
      code: 'invalid-input',
    });
  });
});
