import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { userName } from './parameters.ts';
import { accessKeysOf, shownKey } from './user-facts.ts';

export const listAccessKeys = readTool({
  name: 'iam_list_access_keys',
  description:
    'Lists the access keys of an IAM user by the last characters of their ids, with status, age and last use.',
  permissions: { iam: ['iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed'] },
  parameters: z.object({ region, user: userName }),
  example: { user: 'deploy' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const keys = await accessKeysOf(aws, input.user, signal);
    const accessKeys = [];
    for (const key of keys) {
      const { AccessKeyLastUsed: used } = await client.send(
        new sdk.GetAccessKeyLastUsedCommand({ AccessKeyId: key.AccessKeyId }),
        { abortSignal: signal },
      );
      accessKeys.push({
        ...shownKey(key),
        lastUsed: used?.LastUsedDate?.toISOString(),
        lastService: used?.ServiceName,
      });
    }
    return { kind: 'ok', value: { user: input.user, accessKeys } };
  },
});
