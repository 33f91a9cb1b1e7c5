import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { pathPrefix } from './parameters.ts';

export const listPolicies = readTool({
  name: 'iam_list_policies',
  description: 'Lists managed IAM policies with how many users, groups and roles hold each.',
  permissions: { iam: ['iam:ListPolicies'] },
  parameters: z.object({
    region,
    scope: z
      .enum(['account', 'aws', 'all'])
      .nullish()
      .describe('Those of the account, AWS’s own, or both. Default: `account`.'),
    attached: z.boolean().nullish().describe('Only those that somebody holds. Default: false.'),
    pathPrefix,
    limit,
  }),
  example: { scope: 'all', attached: true },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const scopes = { account: 'Local', aws: 'AWS', all: 'All' } as const;
    const pages = sdk.paginateListPolicies(
      { client },
      {
        Scope: scopes[input.scope ?? 'account'],
        OnlyAttached: input.attached ?? false,
        ...(typeof input.pathPrefix === 'string' && { PathPrefix: input.pathPrefix }),
      },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.Policies);
    const policies = entries.map(({ PolicyName, Arn, AttachmentCount, UpdateDate, DefaultVersionId }) => ({
      name: PolicyName,
      arn: Arn,
      holders: AttachmentCount,
      changed: UpdateDate?.toISOString(),
      version: DefaultVersionId,
    }));
    return { kind: 'ok', value: { policies }, ...(cut !== undefined && { cut }) };
  },
});
