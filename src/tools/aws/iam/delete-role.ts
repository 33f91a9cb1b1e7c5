import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { holderTarget } from './iam-target.ts';
import { roleName } from './parameters.ts';
import { inUse, noSuch, noToolFor } from './refusals.ts';

export const deleteRole = changingTool({
  name: 'iam_delete_role',
  description:
    'Deletes an IAM role that has no policies and no instance profiles left. What runs as it is cut off.',
  risk: 'destructive',
  permissions: {
    iam: ['iam:GetRole', ...holdingActions.role, 'iam:ListInstanceProfilesForRole', 'iam:DeleteRole'],
  },
  undo: {
    kind: 'manual',
    how: 'Create a role of that name again; it has another id, so policies that named this one do not apply.',
  },
  idempotent: true,
  parameters: z.object({ region, role: roleName }),
  example: { role: 'web' },
  async plan({ role }, { signal }, aws) {
    const target = await holderTarget(aws, { type: 'role', name: role }, signal);
    if (target === undefined) return noSuch('iam_delete_role', 'role', role);
    if (/:role\/(aws-service-role|aws-reserved)\//.test(target.arn))
      return noToolFor('iam_delete_role', `${role} belongs to a service of AWS.`);
    const { sdk, client } = await aws.iam();
    const { attached, inline } = await holdingsOf(aws, { type: 'role', name: role }, signal);
    const profiles = await collectPages(
      sdk.paginateListInstanceProfilesForRole({ client }, { RoleName: role }, { abortSignal: signal }),
      100,
      page => page.InstanceProfiles,
    );
    const refused = inUse('iam_delete_role', role, {
      policies: [...attached, ...inline],
      'instance profiles': profiles.entries,
    });
    if (refused !== undefined) return refused;
    return {
      kind: 'plan',
      summary: `Deletes the role ${role}, which has neither policies nor instance profiles.`,
      checkedBy: 'pre-check',
      before: target,
      targets: [target],
      grants: [{ actions: ['iam:DeleteRole'], resources: [target.arn] }],
    };
  },
  async act({ role }, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.DeleteRoleCommand({ RoleName: role }), { abortSignal: signal });
    return { kind: 'ok', value: { deleted: role } };
  },
});
