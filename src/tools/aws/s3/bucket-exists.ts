import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { findBucket } from './find-bucket.ts';
import { bucket } from './parameters.ts';

export const bucketExists = readTool({
  name: 's3_bucket_exists',
  description:
    'Says whether an S3 bucket exists, where it is, and whether these credentials may list it. Names are shared by all accounts.',
  permissions: { iam: ['s3:ListBucket'] },
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2026' },
  async handle(input, { signal }, aws) {
    const found = await findBucket(aws, input.bucket, signal);
    if (found.kind === 'none') return { kind: 'ok', value: { exists: false } };
    const { mayList, region: home } = found;
    return { kind: 'ok', value: { exists: true, mayList, region: home } };
  },
});
