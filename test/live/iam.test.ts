import { describe, expect, it } from 'vitest';
import { callLive, liveEndpoint, liveServices, liveTitle, uniqueName } from './live-aws.ts';

const document = (Action: string | readonly string[], Resource = '*'): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });

describe.skipIf(liveEndpoint === undefined)(`IAM live${liveTitle}`, () => {
  const approve = { approve: true };

  it('users, groups and policies are made, joined, told apart and deleted', async () => {
    const user = uniqueName('devops-live');
    const group = uniqueName('devops-live');
    const name = uniqueName('devops-live');
    expect((await callLive('iam_create_user', { user })).kind).toBe('needs-approval');
    expect(await callLive('iam_create_user', { user }, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('iam_create_group', { group }, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('iam_create_policy', { name, document: document('*') }, approve)).toMatchObject({
      code: 'no-tool-for-that',
    });
    const made = await callLive(
      'iam_create_policy',
      { name, document: document('s3:DeleteBucket') },
      approve,
    );
    const policy = /arn:[^"]+/.exec(JSON.stringify(made))?.[0] ?? '';
    const to = { type: 'group', name: group };
    expect(await callLive('iam_attach_policy', { policy, to }, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('iam_add_user_to_group', { user, group }, approve)).toMatchObject({ kind: 'ok' });
    expect(await callLive('iam_get_user', { user })).toMatchObject({ value: { groups: [group] } });
    const who = await callLive('iam_who_can', { action: 's3:DeleteBucket', limit: 1000 });
    expect(who).toMatchObject({
      kind: 'ok',
      value: { can: expect.arrayContaining([expect.objectContaining({ name: user, decision: 'allowed' })]) },
    });
    expect(await callLive('iam_delete_user', { user }, approve)).toMatchObject({ code: 'in-use' });
    for (const [tool, input] of [
      ['iam_remove_user_from_group', { user, group }],
      ['iam_detach_policy', { policy, from: to }],
      ['iam_delete_policy', { policy }],
      ['iam_delete_group', { group }],
      ['iam_delete_user', { user }],
    ] as const) {
      expect({ tool, ...(await callLive(tool, input, approve)) }).toMatchObject({ tool, kind: 'ok' });
    }
  });

  it('a policy that gives everything is told as such and attached to nobody', async () => {
    const { sdk, client } = await liveServices().iam();
    const made = await client.send(
      new sdk.CreatePolicyCommand({ PolicyName: uniqueName('all'), PolicyDocument: document('*') }),
    );
    const policy = made.Policy?.Arn ?? '';
    const user = uniqueName('devops-live');
    await callLive('iam_create_user', { user }, approve);
    expect(JSON.stringify(await callLive('iam_get_policy', { policy }))).toContain('iam-admin-access');
    const to = { type: 'user', name: user };
    expect(await callLive('iam_attach_policy', { policy, to }, approve)).toMatchObject({
      code: 'no-tool-for-that',
    });
    await callLive('iam_delete_policy', { policy }, approve);
    await callLive('iam_delete_user', { user }, approve);
  });

  it('an access key without a screen is made only with a place for its secret', async () => {
    const user = uniqueName('devops-live');
    await callLive('iam_create_user', { user }, approve);
    expect(await callLive('iam_create_access_key', { user }, approve)).toMatchObject({ code: 'no-terminal' });
    expect(await callLive('iam_list_access_keys', { user })).toMatchObject({ value: { accessKeys: [] } });
    expect(await callLive('iam_delete_user', { user }, approve)).toMatchObject({ kind: 'ok' });
  });

  it('a role is made and deleted, and one for everybody is refused', async () => {
    const role = uniqueName('devops-live');
    const trust = (Principal: object | string): string =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
      });
    expect(await callLive('iam_create_role', { role, trust: trust('*') }, approve)).toMatchObject({
      code: 'no-tool-for-that',
    });
    const service = trust({ Service: 'ec2.amazonaws.com' });
    expect(await callLive('iam_create_role', { role, trust: service }, approve)).toMatchObject({
      kind: 'ok',
    });
    expect(await callLive('iam_get_role', { role })).toMatchObject({ value: { name: role } });
    expect(await callLive('iam_delete_role', { role }, approve)).toMatchObject({ kind: 'ok' });
  });

  it('the credential report and the lists are read', async () => {
    for (const tool of ['credential_report', 'list_users', 'list_groups', 'list_roles', 'list_policies']) {
      expect({ tool, ...(await callLive(`iam_${tool}`, {})) }).toMatchObject({ tool, kind: 'ok' });
    }
  });
});
