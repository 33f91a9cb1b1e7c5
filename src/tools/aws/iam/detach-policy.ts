import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { setsFree } from '../policy-documents/judge-policy.ts';
import { detach, detachActions } from './attachment.ts';
import { documentActions, documentsOf, fingerprintOf } from './documents-of.ts';
import { holdingsOf } from './holdings.ts';
import { holderTarget, targetActions } from './iam-target.ts';
import { managedPolicyOf } from './managed-policy.ts';
import { holder, policyArn } from './parameters.ts';
import { noSuch, noToolFor, nothingToDo } from './refusals.ts';

export const detachPolicy = changingTool({
  name: 'iam_detach_policy',
  description: 'Takes a managed policy from an IAM user, group or role: what was allowed by it alone ends.',
  risk: 'destructive',
  permissions: {
    iam: [...Object.values(targetActions), ...documentActions, ...Object.values(detachActions)],
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
      return nothingToDo(
        'iam_detach_policy',
        `the ${from.type} ${from.name} does not hold ${policy} itself.`,
      );
    const held = await documentsOf(aws, from, signal);
    const { document } = await managedPolicyOf(aws, policy, signal);
    const [reason] = setsFree(held, [document]);
    if (reason !== undefined)
      return noToolFor(
        'iam_detach_policy',
        `${policy} denies what ${from.name} could do without it: ${reason}`,
      );
    return {
      kind: 'plan',
      summary: `Takes ${policy} from the ${from.type} ${from.name}.`,
      checkedBy: 'pre-check',
      before: { ...before, policies: fingerprintOf([document, ...held]) },
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
