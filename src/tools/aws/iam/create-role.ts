import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { awsTags, newTags } from '../../aws-calls/tags.ts';
import { makesPublic } from '../policy-documents/judge-policy.ts';
import { readPolicyDocument } from '../policy-documents/policy-document.ts';
import { holderTarget, newArn } from './iam-target.ts';
import { document, path, roleName } from './parameters.ts';
import { noToolFor, taken } from './refusals.ts';

export const createRole = changingTool({
  name: 'iam_create_role',
  description:
    'Creates an IAM role without policies. A trust policy that everybody, or any repository of a shared identity provider, fits is refused.',
  risk: 'write',
  permissions: { iam: ['iam:GetRole', 'iam:CreateRole', 'iam:TagRole', 'sts:GetCallerIdentity'] },
  undo: { kind: 'tool', tool: 'iam_delete_role' },
  idempotent: false,
  parameters: z.object({
    region,
    role: roleName,
    trust: document.describe('The trust policy as JSON: who may assume the role.'),
    description: z.string().max(1000).nullish(),
    path,
    tags: newTags,
  }),
  example: {
    role: 'web',
    trust:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
  },
  async plan(input, { signal }, aws) {
    const read = readPolicyDocument(input.trust);
    if (read.kind === 'unreadable') return noToolFor('iam_create_role', `the trust policy: ${read.why}.`);
    const [open] = makesPublic(read.canonical);
    if (open !== undefined) return noToolFor('iam_create_role', `the trust policy is too open: ${open}`);
    const there = await holderTarget(aws, { type: 'role', name: input.role }, signal);
    if (there !== undefined) return taken('iam_create_role', 'role', input.role);
    const arn = await newArn(aws, 'role', { path: input.path, name: input.role });
    return {
      kind: 'plan',
      summary: `Creates the role ${input.role}, with the trust policy ${read.canonical}.`,
      checkedBy: 'pre-check',
      before: null,
      grants: [
        {
          actions: input.tags?.length ? ['iam:CreateRole', 'iam:TagRole'] : ['iam:CreateRole'],
          resources: [arn],
        },
      ],
    };
  },
  async act(input, { signal }, aws) {
    const read = readPolicyDocument(input.trust);
    if (read.kind === 'unreadable') return noToolFor('iam_create_role', read.why);
    const { sdk, client } = await aws.iam();
    const { Role: made } = await client.send(
      new sdk.CreateRoleCommand({
        RoleName: input.role,
        AssumeRolePolicyDocument: read.canonical,
        Path: input.path ?? '/',
        ...(typeof input.description === 'string' && { Description: input.description }),
        ...(input.tags?.length && { Tags: awsTags(input.tags) }),
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { name: made?.RoleName, arn: made?.Arn } };
  },
  verify: (input, { signal }, aws) => holderTarget(aws, { type: 'role', name: input.role }, signal),
});
