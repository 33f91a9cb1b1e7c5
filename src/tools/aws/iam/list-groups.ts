import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { pathPrefix } from './parameters.ts';

export const listGroups = readTool({
  name: 'iam_list_groups',
  description: 'Lists IAM groups.',
  permissions: { iam: ['iam:ListGroups'] },
  parameters: z.object({ region, pathPrefix, limit }),
  example: { limit: 50 },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const pages = sdk.paginateListGroups(
      { client },
      { ...(typeof input.pathPrefix === 'string' && { PathPrefix: input.pathPrefix }) },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.Groups);
    const groups = entries.map(({ GroupName, Arn, CreateDate }) => ({
      name: GroupName,
      arn: Arn,
      created: CreateDate?.toISOString(),
    }));
    return { kind: 'ok', value: { groups }, ...(cut !== undefined && { cut }) };
  },
});
