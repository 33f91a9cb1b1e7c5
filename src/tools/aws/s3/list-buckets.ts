import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';

export const listBuckets = readTool({
  name: 's3_list_buckets',
  description: 'Lists the S3 buckets of the account, of every region, with the day each was created.',
  permissions: { iam: ['s3:ListAllMyBuckets'] },
  parameters: z.object({
    region,
    prefix: z.string().min(1).max(63).nullish().describe('Only buckets whose name starts with this.'),
    limit,
  }),
  example: { region: 'eu-central-1', prefix: 'reports-' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    const most = input.limit ?? defaultLimit;
    const prefix = input.prefix ?? '';
    const pages = sdk.paginateListBuckets(
      { client, pageSize: 1000 },
      { ...(prefix !== '' && { Prefix: prefix }) },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, most, page =>
      // Emulators may not know the prefix.
      page.Buckets?.filter(({ Name }) => Name?.startsWith(prefix) === true),
    );
    const buckets = entries.map(({ Name, CreationDate, BucketRegion }) => ({
      name: Name,
      region: BucketRegion,
      created: CreationDate?.toISOString(),
    }));
    return { kind: 'ok', value: { buckets }, ...(cut !== undefined && { cut }) };
  },
});
