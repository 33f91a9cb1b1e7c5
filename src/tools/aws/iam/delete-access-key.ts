import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holderTarget } from './iam-target.ts';
import { keyNamed } from './key-named.ts';
import { keyEnding, userName } from './parameters.ts';
import { noSuch, noToolFor } from './refusals.ts';
import { accessKeysOf, shownKey } from './user-facts.ts';

export const deleteAccessKey = changingTool({
  name: 'iam_delete_access_key',
  description:
    'Deletes an inactive access key of an IAM user; deactivate it first and see that nothing misses it.',
  risk: 'destructive',
  permissions: {
    iam: ['iam:GetUser', 'iam:ListAccessKeys', 'iam:DeleteAccessKey'],
    actorReads: ['iam:ListAccessKeys'],
  },
  undo: { kind: 'manual', how: 'There is none: make a new key with iam_create_access_key.' },
  idempotent: true,
  parameters: z.object({ region, user: userName, key: keyEnding }),
  example: { user: 'deploy', key: 'ABCD' },
  async plan({ user, key }, { signal }, aws) {
    const target = await holderTarget(aws, { type: 'user', name: user }, signal);
    if (target === undefined) return noSuch('iam_delete_access_key', 'user', user);
    const keys = await accessKeysOf(aws, user, signal);
    const found = keyNamed('iam_delete_access_key', keys, key);
    if (found.kind === 'refused') return found;
    if (found.active)
      return noToolFor(
        'iam_delete_access_key',
        `the key …${key} is active; deactivate it first and see that nothing misses it.`,
      );
    return {
      kind: 'plan',
      summary: `Deletes the inactive access key …${key} of ${user}.`,
      checkedBy: 'pre-check',
      before: { keys: keys.map(shownKey) },
      targets: [target],
      grants: [{ actions: ['iam:ListAccessKeys', 'iam:DeleteAccessKey'], resources: [target.arn] }],
    };
  },
  async act({ user, key }, { signal }, aws) {
    // Ids are masked in plans, so that it is looked up again.
    const found = keyNamed('iam_delete_access_key', await accessKeysOf(aws, user, signal), key);
    if (found.kind === 'refused') return found;
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.DeleteAccessKeyCommand({ UserName: user, AccessKeyId: found.id }), {
      abortSignal: signal,
    });
    return { kind: 'ok', value: { user, deleted: key } };
  },
  async verify({ user }, { signal }, aws) {
    return { keys: (await accessKeysOf(aws, user, signal)).map(shownKey) };
  },
});
