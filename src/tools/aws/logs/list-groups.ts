import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const listLogGroups = readTool({
  name: 'logs_list_groups',
  description:
    'Lists CloudWatch log groups with size and retention; without retention they are kept for ever.',
  permissions: { iam: ['logs:DescribeLogGroups'] },
  parameters: z.object({
    region,
    prefix: z.string().min(1).max(512).nullish().describe('Only groups whose name begins so.'),
    limit,
  }),
  example: { region: 'eu-central-1', prefix: '/aws/lambda/' },
  async handle({ prefix, limit: most }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatchLogs();
    const pages = sdk.paginateDescribeLogGroups(
      { client, pageSize: 50 },
      { logGroupNamePrefix: prefix ?? undefined },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, most ?? defaultLimit, page => page.logGroups);
    const groups = entries.map(group => ({
      name: group.logGroupName,
      retentionDays: group.retentionInDays ?? null,
      storedBytes: group.storedBytes,
      created: group.creationTime === undefined ? undefined : new Date(group.creationTime).toISOString(),
      encryptedWith: group.kmsKeyId,
    }));
    return { kind: 'ok', value: { region: aws.region, groups }, ...(cut !== undefined && { cut }) };
  },
});
