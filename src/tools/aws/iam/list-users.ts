import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { pathPrefix } from './parameters.ts';

export const listUsers = readTool({
  name: 'iam_list_users',
  description: 'Lists IAM users with the last use of their password.',
  permissions: { iam: ['iam:ListUsers'] },
  parameters: z.object({ region, pathPrefix, limit }),
  example: { pathPrefix: '/teams/web/' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const pages = sdk.paginateListUsers(
      { client },
      { ...(typeof input.pathPrefix === 'string' && { PathPrefix: input.pathPrefix }) },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.Users);
    const users = entries.map(({ UserName, Arn, CreateDate, PasswordLastUsed }) => ({
      name: UserName,
      arn: Arn,
      created: CreateDate?.toISOString(),
      passwordLastUsed: PasswordLastUsed?.toISOString(),
    }));
    return { kind: 'ok', value: { users }, ...(cut !== undefined && { cut }) };
  },
});
