import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { holderTarget } from './iam-target.ts';
import { userName } from './parameters.ts';
import { inUse, noSuch } from './refusals.ts';
import { accessKeysOf, groupsOf, mfaDevicesOf } from './user-facts.ts';

export const deleteUser = changingTool({
  name: 'iam_delete_user',
  description: 'Deletes an IAM user that has no keys, password, MFA devices, groups or policies left.',
  risk: 'destructive',
  permissions: {
    iam: [
      'iam:GetUser',
      ...holdingActions.user,
      'iam:ListGroupsForUser',
      'iam:ListAccessKeys',
      'iam:ListMFADevices',
      'iam:GetLoginProfile',
      'iam:DeleteUser',
    ],
  },
  undo: {
    kind: 'manual',
    how: 'Create a user of that name again; it has another id, so policies that named this one do not apply.',
  },
  idempotent: true,
  parameters: z.object({ region, user: userName }),
  example: { user: 'deploy' },
  async plan({ user }, { signal }, aws) {
    const target = await holderTarget(aws, { type: 'user', name: user }, signal);
    if (target === undefined) return noSuch('iam_delete_user', 'user', user);
    const { attached, inline } = await holdingsOf(aws, { type: 'user', name: user }, signal);
    const { sdk, client } = await aws.iam();
    const password = await orNothing(
      client.send(new sdk.GetLoginProfileCommand({ UserName: user }), { abortSignal: signal }),
      'NoSuchEntityException',
    );
    const refused = inUse('iam_delete_user', user, {
      policies: [...attached, ...inline],
      groups: await groupsOf(aws, user, signal),
      'access keys': await accessKeysOf(aws, user, signal),
      'MFA devices': Array.from({ length: await mfaDevicesOf(aws, user, signal) }),
      passwords: password === undefined ? [] : [password],
    });
    if (refused !== undefined) return refused;
    return {
      kind: 'plan',
      summary: `Deletes the user ${user}, on whom nothing hangs any more.`,
      checkedBy: 'pre-check',
      before: target,
      targets: [target],
      grants: [{ actions: ['iam:DeleteUser'], resources: [target.arn] }],
    };
  },
  async act({ user }, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.DeleteUserCommand({ UserName: user }), { abortSignal: signal });
    return { kind: 'ok', value: { deleted: user } };
  },
});
