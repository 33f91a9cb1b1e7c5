import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';
import { region } from '../../aws-calls/parameters.ts';
import { awsTags, newTags } from '../../aws-calls/tags.ts';
import { givesTooMuch } from '../policy-documents/judge-policy.ts';
import { readPolicyDocument } from '../policy-documents/policy-document.ts';
import { newArn } from './iam-target.ts';
import { document, path, policyName } from './parameters.ts';
import { noToolFor, taken } from './refusals.ts';

export const createPolicy = changingTool({
  name: 'iam_create_policy',
  description:
    'Creates a managed IAM policy that nobody holds yet. One that gives all rights, or a way to them, is refused.',
  risk: 'write',
  permissions: { iam: ['iam:GetPolicy', 'iam:CreatePolicy', 'iam:TagPolicy', 'sts:GetCallerIdentity'] },
  undo: { kind: 'tool', tool: 'iam_delete_policy' },
  idempotent: false,
  parameters: z.object({
    region,
    name: policyName,
    document,
    description: z.string().max(1000).nullish(),
    path,
    tags: newTags,
  }),
  example: {
    name: 'read-reports',
    document:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports-2026/*"}]}',
  },
  async plan(input, { signal }, aws) {
    const read = readPolicyDocument(input.document);
    if (read.kind === 'unreadable') return noToolFor('iam_create_policy', `the document: ${read.why}.`);
    const [reason] = givesTooMuch(read.canonical);
    if (reason !== undefined) return noToolFor('iam_create_policy', reason);
    const arn = await newArn(aws, 'policy', { path: input.path, name: input.name });
    const { sdk, client } = await aws.iam();
    const asked = client.send(new sdk.GetPolicyCommand({ PolicyArn: arn }), { abortSignal: signal });
    if ((await orNothing(asked, 'NoSuchEntityException')) !== undefined)
      return taken('iam_create_policy', 'policy', input.name);
    return {
      kind: 'plan',
      summary: `Creates the policy ${input.name}: ${read.canonical}`,
      checkedBy: 'pre-check',
      before: null,
      grants: [
        {
          actions: input.tags?.length ? ['iam:CreatePolicy', 'iam:TagPolicy'] : ['iam:CreatePolicy'],
          resources: [arn],
        },
      ],
    };
  },
  async act(input, { signal }, aws) {
    const read = readPolicyDocument(input.document);
    if (read.kind === 'unreadable') return noToolFor('iam_create_policy', read.why);
    const { sdk, client } = await aws.iam();
    const { Policy: made } = await client.send(
      new sdk.CreatePolicyCommand({
        PolicyName: input.name,
        PolicyDocument: read.canonical,
        Path: input.path ?? '/',
        ...(typeof input.description === 'string' && { Description: input.description }),
        ...(input.tags?.length && { Tags: awsTags(input.tags) }),
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { name: made?.PolicyName, arn: made?.Arn } };
  },
});
