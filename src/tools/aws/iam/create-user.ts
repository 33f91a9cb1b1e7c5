import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { awsTags, newTags } from '../../aws-calls/tags.ts';
import { holderTarget, newArn } from './iam-target.ts';
import { path, userName } from './parameters.ts';
import { taken } from './refusals.ts';

export const createUser = changingTool({
  name: 'iam_create_user',
  description: 'Creates an IAM user without password, keys, groups or policies.',
  risk: 'write',
  permissions: { iam: ['iam:GetUser', 'iam:CreateUser', 'iam:TagUser', 'sts:GetCallerIdentity'] },
  undo: { kind: 'tool', tool: 'iam_delete_user' },
  idempotent: false,
  parameters: z.object({ region, user: userName, path, tags: newTags }),
  example: { user: 'deploy', tags: [{ key: 'devops:managed', value: 'true' }] },
  async plan(input, { signal }, aws) {
    const there = await holderTarget(aws, { type: 'user', name: input.user }, signal);
    if (there !== undefined) return taken('iam_create_user', 'user', input.user);
    const arn = await newArn(aws, 'user', { path: input.path, name: input.user });
    return {
      kind: 'plan',
      summary: `Creates the user ${input.user}.`,
      checkedBy: 'pre-check',
      before: null,
      grants: [
        {
          actions: input.tags?.length ? ['iam:CreateUser', 'iam:TagUser'] : ['iam:CreateUser'],
          resources: [arn],
        },
      ],
    };
  },
  async act(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const { User: made } = await client.send(
      new sdk.CreateUserCommand({
        UserName: input.user,
        Path: input.path ?? '/',
        ...(input.tags?.length && { Tags: awsTags(input.tags) }),
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { name: made?.UserName, arn: made?.Arn } };
  },
  verify: (input, { signal }, aws) => holderTarget(aws, { type: 'user', name: input.user }, signal),
});
