import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { setsFree } from '../policy-documents/judge-policy.ts';
import { documentActions, documentsOf, fingerprintOf } from './documents-of.ts';
import { holderTarget } from './iam-target.ts';
import { groupName, userName } from './parameters.ts';
import { noSuch, noToolFor, nothingToDo } from './refusals.ts';
import { groupsOf } from './user-facts.ts';

export const removeUserFromGroup = changingTool({
  name: 'iam_remove_user_from_group',
  description: 'Takes an IAM user out of a group: what the user could do by it alone ends.',
  risk: 'destructive',
  permissions: {
    iam: ['iam:GetUser', 'iam:GetGroup', ...documentActions, 'iam:RemoveUserFromGroup'],
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
    if (!groups.includes(group))
      return nothingToDo('iam_remove_user_from_group', `${user} is not in the group ${group}.`);
    const held = await documentsOf(aws, { type: 'user', name: user }, signal);
    const taken = await documentsOf(aws, { type: 'group', name: group }, signal);
    const [reason] = setsFree(held, taken);
    if (reason !== undefined)
      return noToolFor(
        'iam_remove_user_from_group',
        `${group} denies what ${user} could do without it: ${reason}`,
      );
    return {
      kind: 'plan',
      summary: `Takes ${user} out of the group ${group}.`,
      checkedBy: 'pre-check',
      before: { groups, policies: fingerprintOf([...held, ...taken]) },
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
