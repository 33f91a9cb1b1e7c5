import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holderTarget } from './iam-target.ts';
import { deliveryActions, makeAndDeliver, planDelivery, storeIn } from './key-delivery.ts';
import { userName } from './parameters.ts';
import { noSuch, noToolFor } from './refusals.ts';
import { accessKeysOf, shownKey } from './user-facts.ts';

export const rotateAccessKey = changingTool({
  name: 'iam_rotate_access_key',
  description:
    'Makes a second access key for an IAM user, hands its secret over as iam_create_access_key does, and deactivates the first one if asked to; else both work until the first is deactivated.',
  risk: 'write',
  permissions: {
    iam: [
      'iam:GetUser',
      'iam:ListAccessKeys',
      'iam:CreateAccessKey',
      'iam:DeleteAccessKey',
      'iam:UpdateAccessKey',
      ...deliveryActions,
    ],
    actorReads: ['iam:ListAccessKeys'],
  },
  undo: {
    kind: 'manual',
    how: 'Activate the former key in the console, then delete the new one with iam_delete_access_key.',
  },
  idempotent: false,
  parameters: z.object({
    region,
    user: userName,
    storeIn,
    deactivateOld: z
      .boolean()
      .nullish()
      .describe('Whether the former key stops working at once. Default: false.'),
  }),
  example: { user: 'deploy', storeIn: 'deploy/aws' },
  async plan(input, call, aws) {
    const tool = 'iam_rotate_access_key';
    const target = await holderTarget(aws, { type: 'user', name: input.user }, call.signal);
    if (target === undefined) return noSuch(tool, 'user', input.user);
    const keys = await accessKeysOf(aws, input.user, call.signal);
    if (keys.length !== 1) {
      const why =
        keys.length === 0 ? 'has no access key' : 'has two access keys; delete the one that is not used';
      return noToolFor(tool, `${input.user} ${why}.`);
    }
    const delivery = await planDelivery(tool, aws, input.storeIn, call);
    if (delivery.kind === 'refused') return delivery;
    const ends = input.deactivateOld === true;
    return {
      kind: 'plan',
      summary: `Makes a second access key for ${input.user}; its secret goes to ${delivery.to}. The first one ${ends ? 'is deactivated' : 'goes on working'}.`,
      checkedBy: 'pre-check',
      before: { keys: keys.map(shownKey), to: delivery.to },
      targets: [target, ...delivery.targets],
      grants: [
        {
          actions: [
            'iam:CreateAccessKey',
            'iam:DeleteAccessKey',
            // Which of the two ends is looked up once more by the act itself.
            ...(ends ? (['iam:ListAccessKeys', 'iam:UpdateAccessKey'] as const) : []),
          ],
          resources: [target.arn],
        },
        ...delivery.grants,
      ],
    };
  },
  async act(input, call, aws, plan) {
    const { to } = z.object({ to: z.string() }).parse(plan.before);
    const { sdk, client } = await aws.iam();
    const ends = input.deactivateOld === true;
    const [old] = ends ? await accessKeysOf(aws, input.user, call.signal) : [];
    const store = typeof input.storeIn === 'string' ? to : undefined;
    const made = await makeAndDeliver(aws, input.user, store, call);
    if (old?.AccessKeyId !== undefined) {
      await client.send(
        new sdk.UpdateAccessKeyCommand({
          UserName: input.user,
          AccessKeyId: old.AccessKeyId,
          Status: 'Inactive',
        }),
        { abortSignal: call.signal },
      );
    }
    return {
      kind: 'ok',
      value: {
        user: input.user,
        ...made,
        delivered: input.storeIn ?? 'the terminal',
        deactivated: old?.AccessKeyId?.slice(-4),
      },
    };
  },
  async verify({ user }, { signal }, aws) {
    return { keys: (await accessKeysOf(aws, user, signal)).map(shownKey) };
  },
});
