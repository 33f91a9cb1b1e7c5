import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { givesMore } from '../policy-documents/judge-policy.ts';
import { documentActions, documentsOf, fingerprintOf } from './documents-of.ts';
import { holderTarget } from './iam-target.ts';
import { groupName, userName } from './parameters.ts';
import { noSuch, noToolFor, nothingToDo } from './refusals.ts';
import { groupsOf } from './user-facts.ts';

export const addUserToGroup = changingTool({
  name: 'iam_add_user_to_group',
  description: 'Puts an IAM user into a group, unless the group gives all rights or a way to them.',
  risk: 'write',
  permissions: {
    iam: ['iam:GetUser', 'iam:GetGroup', ...documentActions, 'iam:AddUserToGroup'],
  },
  undo: { kind: 'tool', tool: 'iam_remove_user_from_group' },
  idempotent: true,
  parameters: z.object({ region, user: userName, group: groupName }),
  example: { user: 'mona', group: 'developers' },
  async plan({ user, group }, { signal }, aws) {
    const person = await holderTarget(aws, { type: 'user', name: user }, signal);
    if (person === undefined) return noSuch('iam_add_user_to_group', 'user', user);
    const target = await holderTarget(aws, { type: 'group', name: group }, signal);
    if (target === undefined) return noSuch('iam_add_user_to_group', 'group', group);
    const groups = await groupsOf(aws, user, signal);
    if (groups.includes(group))
      return nothingToDo('iam_add_user_to_group', `${user} is in the group ${group} already.`);
    const own = await documentsOf(aws, { type: 'user', name: user }, signal);
    const gained = await documentsOf(aws, { type: 'group', name: group }, signal);
    const [reason] = givesMore(own, gained);
    if (reason !== undefined) return noToolFor('iam_add_user_to_group', `${group}: ${reason}`);
    return {
      kind: 'plan',
      summary: `Puts ${user} into the group ${group}.`,
      checkedBy: 'pre-check',
      before: { groups, policies: fingerprintOf([...own, ...gained]) },
      targets: [person, target],
      grants: [{ actions: ['iam:AddUserToGroup'], resources: [target.arn] }],
    };
  },
  async act({ user, group }, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    await client.send(new sdk.AddUserToGroupCommand({ UserName: user, GroupName: group }), {
      abortSignal: signal,
    });
    return { kind: 'ok', value: { user, group } };
  },
  verify: ({ user }, { signal }, aws) => groupsOf(aws, user, signal),
});
