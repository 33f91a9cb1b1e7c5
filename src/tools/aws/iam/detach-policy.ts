import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { detach, detachActions } from './attachment.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { holderTarget, targetActions } from './iam-target.ts';
import { holder, policyArn } from './parameters.ts';
import { noSuch } from './refusals.ts';

export const detachPolicy = changingTool({
  name: 'iam_detach_policy',
  description: 'Takes a managed policy from an IAM user, group or role: what was allowed by it alone ends.',
  risk: 'destructive',
  permissions: {
    iam: [
      ...Object.values(targetActions),
      ...holdingActions.user,
      ...holdingActions.group,
      ...holdingActions.role,
      ...Object.values(detachActions),
    ],
  },
  undo: { kind: 'tool', tool: 'iam_attach_policy' },
  idempotent: true,
  parameters: z.object({ region, policy: policyArn, from: holder }),
  example: { policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess', from: { type: 'role', name: 'web' } },
  async plan({ policy, from }, { signal }, aws) {
    const target = await holderTarget(aws, from, signal);
    if (target === undefined) return noSuch('iam_detach_policy', from.type, from.name);
    const before = await holdingsOf(aws, from, signal);
    if (!before.attached.includes(policy))
      return noSuch('iam_detach_policy', `policy attached to ${from.name}:`, policy);
    return {
      kind: 'plan',
      summary: `Takes ${policy} from the ${from.type} ${from.name}.`,
      checkedBy: 'pre-check',
      before,
      targets: [target],
      grants: [
        {
          actions: [detachActions[from.type]],
          resources: [target.arn],
          condition: { ArnEquals: { 'iam:PolicyARN': policy } },
        },
      ],
    };
  },
  async act({ policy, from }, { signal }, aws) {
    await detach(aws, { policy, holder: from }, signal);
    return { kind: 'ok', value: { detached: policy, from } };
  },
  verify: ({ from }, { signal }, aws) => holdingsOf(aws, from, signal),
});
