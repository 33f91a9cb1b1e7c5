import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../src/contracts/store.ts';
import type { ToolTerminal } from '../../../../src/contracts/tool.ts';
import { AwsRefusal, createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const account = '111122223333';
const iam = `arn:aws:iam::${account}`;
const actor = { arn: `${iam}:role/actor`, externalId: undefined };
const keyId = (ending: string): string => `${'AK'}${'IA'}0000000000${'00'}${ending}`;
const secret = `arn:aws:secretsmanager:eu-west-1:${account}:secret:deploy-AbCdEf`;
/** The secret half of a key: must turn up nowhere but where it is delivered. */
const secretHalf = 'the-secret-half-of-the-key';
const text = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string | string[], Resource = '*') => ({ Effect: 'Allow', Action, Resource });
const documents: Readonly<Record<string, string>> = {
  read: text(allow('s3:GetObject', 'arn:aws:s3:::x/*')),
  everything: text(allow('*')),
  pass: text(allow('iam:PassRole')),
  run: text(allow('ec2:RunInstances')),
};
const missing = () => {
  throw new AwsRefusal('NoSuchEntity', 'none', 404);
};

/** `deploy` has the key AAAA and the policy `run`; `web` is a role, `devs` a group with `pass`; `new…` is not there. */
function withUsers(more: Parameters<typeof createFakeAws>[0] = {}): FakeAws {
  const named =
    (type: string, key: string, body: (name: string) => object) =>
    (call: { input: Record<string, string> }) =>
      call.input[key]?.startsWith('new') ? missing() : { [type]: body(call.input[key] ?? '') };
  return createFakeAws({
    'sts:AssumeRole': () => ({
      Credentials: {
        AccessKeyId: 'assumed',
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: '2026-11-21T10:15:00Z',
      },
    }),
    'sts:GetCallerIdentity': () => ({ Account: account }),
    'iam:GetUser': named('User', 'UserName', name => ({ UserName: name, Arn: `${iam}:user/${name}` })),
    'iam:GetRole': named('Role', 'RoleName', name => ({ RoleName: name, Arn: `${iam}:role/${name}` })),
    'iam:GetGroup': call => ({
      ...named('Group', 'GroupName', name => ({ GroupName: name, Arn: `${iam}:group/${name}` }))(call),
      ...(call.input.GroupName === 'ops' && { Users: { member: [{ UserName: 'deploy' }] } }),
    }),
    'iam:GetPolicy': ({ input }) =>
      input.PolicyArn.includes('/new')
        ? missing()
        : { Policy: { Arn: input.PolicyArn, DefaultVersionId: 'v2' } },
    'iam:GetPolicyVersion': ({ input }) => ({
      PolicyVersion: { Document: encodeURIComponent(documents[input.PolicyArn.split('/').at(-1)] ?? '') },
    }),
    'iam:ListEntitiesForPolicy': () => ({}),
    'iam:ListPolicyVersions': () => ({ Versions: { member: [{ VersionId: 'v1' }, { VersionId: 'v2' }] } }),
    'iam:ListAttachedUserPolicies': ({ input }) =>
      input.UserName === 'deploy'
        ? { AttachedPolicies: { member: [{ PolicyArn: `${iam}:policy/run` }] } }
        : {},
    'iam:ListAttachedGroupPolicies': ({ input }) =>
      input.GroupName === 'devs'
        ? { AttachedPolicies: { member: [{ PolicyArn: `${iam}:policy/pass` }] } }
        : {},
    'iam:ListAttachedRolePolicies': () => ({}),
    'iam:ListUserPolicies': () => ({}),
    'iam:ListGroupPolicies': () => ({}),
    'iam:ListRolePolicies': () => ({}),
    'iam:ListGroupsForUser': ({ input }) =>
      input.UserName === 'deploy' ? { Groups: { member: [{ GroupName: 'ops' }] } } : {},
    'iam:ListMFADevices': () => ({}),
    'iam:ListInstanceProfilesForRole': () => ({}),
    'iam:GetLoginProfile': missing,
    'iam:ListAccessKeys': ({ input }) =>
      input.UserName === 'deploy'
        ? {
            AccessKeyMetadata: {
              member: [{ UserName: 'deploy', AccessKeyId: keyId('AAAA'), Status: 'Active' }],
            },
          }
        : {},
    'iam:CreateAccessKey': ({ input }) => ({
      AccessKey: {
        UserName: input.UserName,
        AccessKeyId: keyId('BBBB'),
        SecretAccessKey: secretHalf,
        Status: 'Active',
      },
    }),
    'secretsmanager:DescribeSecret': () => ({ ARN: secret }),
    'secretsmanager:PutSecretValue': () => ({ ARN: secret }),
    ...Object.fromEntries(
      [
        'CreateUser',
        'DeleteUser',
        'CreateGroup',
        'DeleteGroup',
        'AddUserToGroup',
        'RemoveUserFromGroup',
        'CreateRole',
        'DeleteRole',
        'CreatePolicy',
        'DeletePolicyVersion',
        'DeletePolicy',
        'AttachRolePolicy',
        'DetachUserPolicy',
        'UpdateAccessKey',
        'DeleteAccessKey',
      ].map(action => [`iam:${action}`, () => ({})]),
    ),
    ...more,
  });
}

const trust = text({
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

/** Every change: input, the action, and what the actor's session allows. */
const changes = [
  ['iam_create_user', { user: 'newcomer' }, 'CreateUser', [[['iam:CreateUser'], `${iam}:user/newcomer`]]],
  ['iam_delete_user', { user: 'idle' }, 'DeleteUser', [[['iam:DeleteUser'], `${iam}:user/idle`]]],
  [
    'iam_create_group',
    { group: 'new', path: '/t/' },
    'CreateGroup',
    [[['iam:CreateGroup'], `${iam}:group/t/new`]],
  ],
  ['iam_delete_group', { group: 'empty' }, 'DeleteGroup', [[['iam:DeleteGroup'], `${iam}:group/empty`]]],
  [
    'iam_add_user_to_group',
    { user: 'idle', group: 'devs' },
    'AddUserToGroup',
    [[['iam:AddUserToGroup'], `${iam}:group/devs`]],
  ],
  [
    'iam_remove_user_from_group',
    { user: 'deploy', group: 'ops' },
    'RemoveUserFromGroup',
    [[['iam:RemoveUserFromGroup'], `${iam}:group/ops`]],
  ],
  ['iam_create_role', { role: 'new', trust }, 'CreateRole', [[['iam:CreateRole'], `${iam}:role/new`]]],
  ['iam_delete_role', { role: 'web' }, 'DeleteRole', [[['iam:DeleteRole'], `${iam}:role/web`]]],
  [
    'iam_create_policy',
    { name: 'new', document: documents['read'] },
    'CreatePolicy',
    [[['iam:CreatePolicy'], `${iam}:policy/new`]],
  ],
  [
    'iam_delete_policy',
    { policy: `${iam}:policy/read` },
    'DeletePolicy',
    [[['iam:DeletePolicyVersion', 'iam:DeletePolicy'], `${iam}:policy/read`]],
  ],
  [
    'iam_attach_policy',
    { policy: `${iam}:policy/read`, to: { type: 'role', name: 'web' } },
    'AttachRolePolicy',
    [[['iam:AttachRolePolicy'], `${iam}:role/web`]],
  ],
  [
    'iam_detach_policy',
    { policy: `${iam}:policy/run`, from: { type: 'user', name: 'deploy' } },
    'DetachUserPolicy',
    [[['iam:DetachUserPolicy'], `${iam}:user/deploy`]],
  ],
  [
    'iam_create_access_key',
    { user: 'idle', storeIn: 'deploy' },
    'CreateAccessKey',
    [
      [['iam:CreateAccessKey', 'iam:DeleteAccessKey'], `${iam}:user/idle`],
      [['secretsmanager:PutSecretValue'], secret],
    ],
  ],
  [
    'iam_rotate_access_key',
    { user: 'deploy', storeIn: 'deploy', deactivateOld: true },
    'UpdateAccessKey',
    [
      [
        ['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey'],
        `${iam}:user/deploy`,
      ],
      [['secretsmanager:PutSecretValue'], secret],
    ],
  ],
  [
    'iam_deactivate_access_key',
    { user: 'deploy', key: 'AAAA' },
    'UpdateAccessKey',
    [[['iam:ListAccessKeys', 'iam:UpdateAccessKey'], `${iam}:user/deploy`]],
  ],
] as const;

describe.each(changes)('%s', (name, input, action, grants) => {
  it('waits for an approval', async () => {
    const aws = withUsers();
    expect(await callAwsTool(aws, name, input)).toMatchObject({ kind: 'needs-approval' });
    expect(aws.actions()).not.toContain(`iam:${action}`);
  });

  it('acts in a session that allows this alone, and tells no secret', async () => {
    const aws = withUsers();
    const audit: AuditEntry[] = [];
    const options = { approvedBy: 'hubot', settings: { actor }, audit };
    const result = await callAwsTool(aws, name, { ...input, region: 'eu-west-1' }, options);
    expect(result).toMatchObject({ kind: 'ok' });
    expect(aws.calls.find(call => call.action === `iam:${action}`)?.accessKeyId).toBe('assumed');
    const assumed = aws.calls.find(call => call.action === 'sts:AssumeRole');
    const { Statement } = JSON.parse(assumed?.input.Policy) as {
      Statement: { Action: string[]; Resource: string[] }[];
    };
    expect(Statement.map(({ Action, Resource }) => [Action, ...Resource])).toEqual(grants);
    expect(JSON.stringify([result, audit])).not.toContain(secretHalf);
  });

  it('changes nothing when AWS denies it', async () => {
    const aws = withUsers();
    aws.faults.push({ action: `iam:${action}`, times: 1, kind: 'refuse', code: 'AccessDenied', status: 403 });
    expect(await callAwsTool(aws, name, input, { approvedBy: 'hubot' })).toMatchObject({
      code: 'aws-denied',
    });
  });
});

const refused = [
  [
    'a policy for everything',
    'iam_create_policy',
    { name: 'new', document: documents['everything'] },
    'no-tool-for-that',
  ],
  [
    'a policy twice in one',
    'iam_create_policy',
    { name: 'new', document: '{"Statement":[],"statement":[]}' },
    'no-tool-for-that',
  ],
  [
    'a way to all rights',
    'iam_create_policy',
    { name: 'new', document: text(allow(['iam:PassRole', 'ec2:RunInstances'])) },
    'no-tool-for-that',
  ],
  [
    'everything but something',
    'iam_create_policy',
    { name: 'new', document: text({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
    'no-tool-for-that',
  ],
  [
    'AdministratorAccess',
    'iam_attach_policy',
    { policy: 'arn:aws:iam::aws:policy/AdministratorAccess', to: { type: 'role', name: 'web' } },
    'no-tool-for-that',
  ],
  [
    'a policy that contains everything',
    'iam_attach_policy',
    { policy: `${iam}:policy/everything`, to: { type: 'role', name: 'web' } },
    'no-tool-for-that',
  ],
  [
    'a policy that with another gives all rights',
    'iam_attach_policy',
    { policy: `${iam}:policy/pass`, to: { type: 'user', name: 'deploy' } },
    'no-tool-for-that',
  ],
  [
    'a policy that gives all rights to a member of the group',
    'iam_attach_policy',
    { policy: `${iam}:policy/pass`, to: { type: 'group', name: 'ops' } },
    'no-tool-for-that',
  ],
  [
    'what is held already',
    'iam_attach_policy',
    { policy: `${iam}:policy/run`, to: { type: 'user', name: 'deploy' } },
    'nothing-to-do',
  ],
  [
    'taking what is not held',
    'iam_detach_policy',
    { policy: `${iam}:policy/read`, from: { type: 'user', name: 'deploy' } },
    'nothing-to-do',
  ],
  ['who is a member already', 'iam_add_user_to_group', { user: 'deploy', group: 'ops' }, 'nothing-to-do'],
  [
    'taking out who is no member',
    'iam_remove_user_from_group',
    { user: 'idle', group: 'ops' },
    'nothing-to-do',
  ],
  ['a group that does', 'iam_add_user_to_group', { user: 'deploy', group: 'devs' }, 'no-tool-for-that'],
  [
    'a role for everybody',
    'iam_create_role',
    { role: 'new', trust: text({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }) },
    'no-tool-for-that',
  ],
  ['deleting who still has rights', 'iam_delete_user', { user: 'deploy' }, 'in-use'],
  ['deleting a key in use', 'iam_delete_access_key', { user: 'deploy', key: 'AAAA' }, 'no-tool-for-that'],
  ['a key for a caller without a screen', 'iam_create_access_key', { user: 'idle' }, 'no-terminal'],
  ['rotating nothing', 'iam_rotate_access_key', { user: 'idle', storeIn: 'deploy' }, 'no-tool-for-that'],
  ['who is not there', 'iam_delete_user', { user: 'newcomer' }, 'aws-not-found'],
  ['a name that is taken', 'iam_create_user', { user: 'deploy' }, 'name-taken'],
] as const;

describe('IAM refuses by code', () => {
  it.each(refused)('%s', async (_, name, input, code) => {
    const aws = withUsers();
    const result = await callAwsTool(aws, name, input, { approvedBy: 'hubot' });
    expect(result).toMatchObject({ kind: 'refused', code });
    expect(aws.actions().filter(action => /:(Create|Attach|Add|Delete|Put|Update)/.test(action))).toEqual([]);
  });
});

describe('the secret of an access key', () => {
  it('is shown to a person at a terminal and stands in no answer', async () => {
    const shown: string[] = [];
    const terminal: ToolTerminal = {
      reveal: (_label, credential) => shown.push(credential),
      openFile: () => Promise.resolve(undefined),
    };
    const options = { approvedBy: 'mona', terminal };
    const result = await callAwsTool(withUsers(), 'iam_create_access_key', { user: 'idle' }, options);
    expect(result).toMatchObject({
      kind: 'ok',
      value: { user: 'idle', ending: 'BBBB', delivered: 'the terminal' },
    });
    expect(JSON.stringify(result)).not.toContain(secretHalf);
    expect(shown).toEqual([expect.stringContaining(secretHalf)]);
  });

  it('takes its key with it where it cannot be stored', async () => {
    const aws = withUsers();
    aws.faults.push({
      action: 'secretsmanager:PutSecretValue',
      times: 1,
      kind: 'refuse',
      code: 'AccessDeniedException',
      status: 400,
    });
    const input = { user: 'idle', storeIn: 'deploy' };
    const result = await callAwsTool(aws, 'iam_create_access_key', input, { approvedBy: 'mona' });
    expect(result).toMatchObject({ kind: 'refused', code: 'aws-denied' });
    const deleted = aws.calls.find(({ action }) => action === 'iam:DeleteAccessKey');
    expect(deleted?.input.AccessKeyId).toBe(keyId('BBBB'));
  });
});
