import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { bucket } from './parameters.ts';

export const bucketExists = readTool({
  name: 's3_bucket_exists',
  description:
    'Says whether an S3 bucket exists, where it is, and whether these credentials may list it. Names are shared by all accounts.',
  permissions: { iam: ['s3:ListBucket'] },
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2026' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    try {
      const found = await client.send(new sdk.HeadBucketCommand({ Bucket: input.bucket }), {
        abortSignal: signal,
      });
      return {
        kind: 'ok',
        value: { exists: true, mayList: true, region: found.BucketRegion ?? aws.region },
      };
    } catch (error) {
      const { status, region: home } = answerOf(error);
      if (status === 404) return { kind: 'ok', value: { exists: false } };
      // A bucket of another account, or one that these credentials may not list; a redirect names its region.
      if (status === 403) return { kind: 'ok', value: { exists: true, mayList: false, region: home } };
      if (status === 301) return { kind: 'ok', value: { exists: true, region: home } };
      throw error;
    }
  },
});

/** A HEAD has no body, so that status and header are all that an error says. */
function answerOf(error: unknown): { readonly status: unknown; readonly region: unknown } {
  const response = at(error, '$response');
  return {
    status: at(response, 'statusCode') ?? at(at(error, '$metadata'), 'httpStatusCode'),
    region: at(at(response, 'headers'), 'x-amz-bucket-region'),
  };
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
