import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { userName } from './parameters.ts';
import { accessKeysOf, groupsOf, mfaDevicesOf, shownKey } from './user-facts.ts';

export const getUser = readTool({
  name: 'iam_get_user',
  description: 'Describes an IAM user: groups, policies, boundary, access keys, MFA devices and tags.',
  permissions: {
    iam: [
      'iam:GetUser',
      ...holdingActions.user,
      'iam:ListGroupsForUser',
      'iam:ListAccessKeys',
      'iam:ListMFADevices',
    ],
  },
  parameters: z.object({ region, user: userName }),
  example: { user: 'deploy' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const { User: found } = await client.send(new sdk.GetUserCommand({ UserName: input.user }), {
      abortSignal: signal,
    });
    const value = {
      name: found?.UserName,
      arn: found?.Arn,
      created: found?.CreateDate?.toISOString(),
      passwordLastUsed: found?.PasswordLastUsed?.toISOString(),
      boundary: found?.PermissionsBoundary?.PermissionsBoundaryArn,
      policies: await holdingsOf(aws, { type: 'user', name: input.user }, signal),
      groups: await groupsOf(aws, input.user, signal),
      accessKeys: (await accessKeysOf(aws, input.user, signal)).map(shownKey),
      mfaDevices: await mfaDevicesOf(aws, input.user, signal),
      tags: Object.fromEntries((found?.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    };
    return { kind: 'ok', value };
  },
});
