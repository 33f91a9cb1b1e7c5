import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { holderTarget, newArn } from './iam-target.ts';
import { groupName, path } from './parameters.ts';
import { taken } from './refusals.ts';

export const createGroup = changingTool({
  name: 'iam_create_group',
  description: 'Creates an IAM group without members or policies.',
  risk: 'write',
  permissions: { iam: ['iam:GetGroup', 'iam:CreateGroup', 'sts:GetCallerIdentity'] },
  undo: { kind: 'tool', tool: 'iam_delete_group' },
  idempotent: false,
  parameters: z.object({ region, group: groupName, path }),
  example: { group: 'developers' },
  async plan(input, { signal }, aws) {
    const there = await holderTarget(aws, { type: 'group', name: input.group }, signal);
    if (there !== undefined) return taken('iam_create_group', 'group', input.group);
    const arn = await newArn(aws, 'group', { path: input.path, name: input.group });
    return {
      kind: 'plan',
      summary: `Creates the group ${input.group}.`,
      checkedBy: 'pre-check',
      before: null,
      grants: [{ actions: ['iam:CreateGroup'], resources: [arn] }],
    };
  },
  async act(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const { Group: made } = await client.send(
      new sdk.CreateGroupCommand({ GroupName: input.group, Path: input.path ?? '/' }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { name: made?.GroupName, arn: made?.Arn } };
  },
});
