import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holderTarget } from './iam-target.ts';
import { groupName, userName } from './parameters.ts';
import { noSuch } from './refusals.ts';
import { groupsOf } from './user-facts.ts';

export const removeUserFromGroup = changingTool({
  name: 'iam_remove_user_from_group',
  description: 'Takes an IAM user out of a group: what the user could do by it alone ends.',
  risk: 'destructive',
  permissions: {
    iam: ['iam:GetUser', 'iam:GetGroup', 'iam:ListGroupsForUser', 'iam:RemoveUserFromGroup'],
  },
  undo: { kind: 'tool', tool: 'iam_add_user_to_group' },
  idempotent: true,
  parameters: z.object({ region, user: userName, group: groupName }),
  example: { user: 'mona', group: 'developers' },
  async plan({ user, group }, { signal }, aws) {
    const person = await holderTarget(aws, { type: 'user', name: user }, signal);
    if (person === undefined) return noSuch('iam_remove_user_from_group', 'user', user);
    const target = await holderTarget(aws, { type: 'group', name: group }, signal);
    if (target === undefined) return noSuch('iam_remove_user_from_group', 'group', group);
    const groups = await groupsOf(aws, user, signal);
    if (!groups.includes(group)) return noSuch('iam_remove_user_from_group', 'member', `${user} of ${group}`);
    return {
      kind: 'plan',
      summary: `Takes ${user} out of the group ${group}.`,
      checkedBy: 'pre-check',
      before: { groups },
      targets: [person, target],
      grants: [{ actions: ['iam:RemoveUserFromGroup'], resources: [target.arn] }],
    };
  },
  async act({ user, group }, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.RemoveUserFromGroupCommand({ UserName: user, GroupName: group }), {
      abortSignal: signal,
    });
    return { kind: 'ok', value: { user, group } };
  },
  verify: ({ user }, { signal }, aws) => groupsOf(aws, user, signal),
});
