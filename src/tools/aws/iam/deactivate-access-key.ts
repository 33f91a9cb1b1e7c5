import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holderTarget } from './iam-target.ts';
import { keyNamed } from './key-named.ts';
import { keyEnding, userName } from './parameters.ts';
import { noSuch, nothingToDo } from './refusals.ts';
import { accessKeysOf, shownKey } from './user-facts.ts';

export const deactivateAccessKey = changingTool({
  name: 'iam_deactivate_access_key',
  description:
    'Deactivates an access key of an IAM user: what uses it is cut off, and it can be activated again in the console.',
  risk: 'destructive',
  permissions: {
    iam: ['iam:GetUser', 'iam:ListAccessKeys', 'iam:UpdateAccessKey'],
    actorReads: ['iam:ListAccessKeys'],
  },
  undo: { kind: 'manual', how: 'Activate it again in the console, or with aws iam update-access-key.' },
  idempotent: true,
  parameters: z.object({ region, user: userName, key: keyEnding }),
  example: { user: 'deploy', key: 'ABCD' },
  async plan({ user, key }, { signal }, aws) {
    const target = await holderTarget(aws, { type: 'user', name: user }, signal);
    if (target === undefined) return noSuch('iam_deactivate_access_key', 'user', user);
    const keys = await accessKeysOf(aws, user, signal);
    const found = keyNamed('iam_deactivate_access_key', keys, key);
    if (found.kind === 'refused') return found;
    if (!found.active)
      return nothingToDo('iam_deactivate_access_key', `the key …${key} is inactive already.`);
    return {
      kind: 'plan',
      summary: `Deactivates the access key …${key} of ${user}; what uses it is cut off.`,
      checkedBy: 'pre-check',
      before: { keys: keys.map(shownKey) },
      targets: [target],
      grants: [{ actions: ['iam:ListAccessKeys', 'iam:UpdateAccessKey'], resources: [target.arn] }],
    };
  },
  async act({ user, key }, { signal }, aws) {
    // Ids are masked in plans, so that it is looked up again.
    const found = keyNamed('iam_deactivate_access_key', await accessKeysOf(aws, user, signal), key);
    if (found.kind === 'refused') return found;
    const { sdk, client } = await aws.iam();
    await client.send(
      new sdk.UpdateAccessKeyCommand({ UserName: user, AccessKeyId: found.id, Status: 'Inactive' }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { user, deactivated: key } };
  },
  async verify({ user }, { signal }, aws) {
    return { keys: (await accessKeysOf(aws, user, signal)).map(shownKey) };
  },
});
