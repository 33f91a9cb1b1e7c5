import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holderTarget } from './iam-target.ts';
import { deliveryActions, makeAndDeliver, planDelivery, storeIn } from './key-delivery.ts';
import { userName } from './parameters.ts';
import { noSuch, noToolFor } from './refusals.ts';
import { accessKeysOf, shownKey } from './user-facts.ts';

export const createAccessKey = changingTool({
  name: 'iam_create_access_key',
  description:
    'Makes an access key for an IAM user. Its secret goes into a secret of Secrets Manager, or once to the terminal of the person who asks; never into the answer.',
  risk: 'write',
  permissions: {
    iam: [
      'iam:GetUser',
      'iam:ListAccessKeys',
      'iam:CreateAccessKey',
      'iam:DeleteAccessKey',
      ...deliveryActions,
    ],
  },
  undo: { kind: 'tool', tool: 'iam_delete_access_key' },
  idempotent: false,
  parameters: z.object({ region, user: userName, storeIn }),
  example: { user: 'deploy', storeIn: 'deploy/aws' },
  async plan(input, call, aws) {
    const tool = 'iam_create_access_key';
    const target = await holderTarget(aws, { type: 'user', name: input.user }, call.signal);
    if (target === undefined) return noSuch(tool, 'user', input.user);
    const keys = await accessKeysOf(aws, input.user, call.signal);
    if (keys.length >= 2)
      return noToolFor(tool, `${input.user} has two access keys, the most there can be; delete one first.`);
    const delivery = await planDelivery(tool, aws, input.storeIn, call);
    if (delivery.kind === 'refused') return delivery;
    return {
      kind: 'plan',
      summary: `Makes an access key for ${input.user}; its secret goes to ${delivery.to}.`,
      checkedBy: 'pre-check',
      before: { keys: keys.map(shownKey), to: delivery.to },
      targets: [target, ...delivery.targets],
      grants: [
        { actions: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'], resources: [target.arn] },
        ...delivery.grants,
      ],
    };
  },
  async act(input, call, aws, plan) {
    const { to } = z.object({ to: z.string() }).parse(plan.before);
    const store = typeof input.storeIn === 'string' ? to : undefined;
    return {
      kind: 'ok',
      value: {
        user: input.user,
        ...(await makeAndDeliver(aws, input.user, store, call)),
        delivered: input.storeIn ?? 'the terminal',
      },
    };
  },
  async verify({ user }, { signal }, aws) {
    return { keys: (await accessKeysOf(aws, user, signal)).map(shownKey) };
  },
});
