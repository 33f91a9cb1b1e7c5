import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { groupName } from './parameters.ts';

export const getGroup = readTool({
  name: 'iam_get_group',
  description: 'Describes an IAM group: members and policies.',
  permissions: { iam: ['iam:GetGroup', ...holdingActions.group] },
  parameters: z.object({ region, group: groupName, limit }),
  example: { group: 'developers' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const pages = sdk.paginateGetGroup({ client }, { GroupName: input.group }, { abortSignal: signal });
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page => page.Users);
    const value = {
      name: input.group,
      members: entries.map(({ UserName }) => UserName),
      policies: await holdingsOf(aws, { type: 'group', name: input.group }, signal),
    };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
