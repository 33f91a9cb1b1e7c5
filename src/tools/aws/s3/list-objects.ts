import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { bucket } from './parameters.ts';

export const listObjects = readTool({
  name: 's3_list_objects',
  description: 'Lists objects of an S3 bucket with size and time, by prefix; with `folders`, one level only.',
  permissions: { iam: ['s3:ListBucket'] },
  parameters: z.object({
    region,
    bucket,
    prefix: z.string().min(1).max(1024).nullish().describe('Only keys that start with this.'),
    folders: z
      .boolean()
      .nullish()
      .describe('Whether keys are grouped at the next `/`, as in a folder. Default: false.'),
    limit,
  }),
  example: { region: 'eu-central-1', bucket: 'reports-2026', prefix: 'daily/' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    const most = input.limit ?? defaultLimit;
    const pages = sdk.paginateListObjectsV2(
      { client, pageSize: Math.min(most + 1, 1000) },
      {
        Bucket: input.bucket,
        ...(typeof input.prefix === 'string' && { Prefix: input.prefix }),
        ...(input.folders === true && { Delimiter: '/' }),
      },
      { abortSignal: signal },
    );
    const { entries, cut } = await collectPages(pages, most, page => [
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => ({ folder: Prefix })),
      ...(page.Contents ?? []).map(({ Key, Size, LastModified, StorageClass }) => ({
        key: Key,
        bytes: Size,
        changed: LastModified?.toISOString(),
        storageClass: StorageClass,
      })),
    ]);
    return {
      kind: 'ok',
      value: { bucket: input.bucket, objects: entries },
      ...(cut !== undefined && { cut }),
    };
  },
});
