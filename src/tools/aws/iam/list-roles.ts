import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { pathPrefix } from './parameters.ts';

export const listRoles = readTool({
  name: 'iam_list_roles',
  description: 'Lists IAM roles with their descriptions and longest sessions.',
  permissions: { iam: ['iam:ListRoles'] },
  parameters: z.object({ region, pathPrefix, limit }),
  example: { limit: 50 },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const pages = sdk.paginateListRoles(
      { client },
      { ...(typeof input.pathPrefix === 'string' && { PathPrefix: input.pathPrefix }) },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.Roles);
    const roles = entries.map(({ RoleName, Arn, CreateDate, Description, MaxSessionDuration }) => ({
      name: RoleName,
      arn: Arn,
      description: Description,
      created: CreateDate?.toISOString(),
      maxSessionSeconds: MaxSessionDuration,
    }));
    return { kind: 'ok', value: { roles }, ...(cut !== undefined && { cut }) };
  },
});
