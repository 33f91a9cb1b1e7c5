import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { holderTarget } from './iam-target.ts';
import { groupName } from './parameters.ts';
import { inUse, noSuch } from './refusals.ts';

export const deleteGroup = changingTool({
  name: 'iam_delete_group',
  description: 'Deletes an IAM group that has no members and no policies left.',
  risk: 'destructive',
  permissions: { iam: ['iam:GetGroup', ...holdingActions.group, 'iam:DeleteGroup'] },
  undo: { kind: 'tool', tool: 'iam_create_group' },
  idempotent: true,
  parameters: z.object({ region, group: groupName }),
  example: { group: 'developers' },
  async plan({ group }, { signal }, aws) {
    const target = await holderTarget(aws, { type: 'group', name: group }, signal);
    if (target === undefined) return noSuch('iam_delete_group', 'group', group);
    const { sdk, client } = await aws.iam();
    const pages = sdk.paginateGetGroup({ client }, { GroupName: group }, { abortSignal: signal });
    const members = await collectPages(pages, 100, page => page.Users);
    const { attached, inline } = await holdingsOf(aws, { type: 'group', name: group }, signal);
    const uses = { members: members.entries, policies: [...attached, ...inline] };
    const refused = inUse('iam_delete_group', group, uses);
    if (refused !== undefined) return refused;
    return {
      kind: 'plan',
      summary: `Deletes the group ${group}, which has neither members nor policies.`,
      checkedBy: 'pre-check',
      before: target,
      targets: [target],
      grants: [{ actions: ['iam:DeleteGroup'], resources: [target.arn] }],
    };
  },
  async act({ group }, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.DeleteGroupCommand({ GroupName: group }), { abortSignal: signal });
    return { kind: 'ok', value: { deleted: group } };
  },
});
