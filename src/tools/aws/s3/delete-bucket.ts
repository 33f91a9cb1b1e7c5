import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { bucket } from './parameters.ts';

export const deleteBucket = changingTool({
  name: 's3_delete_bucket',
  description:
    'Deletes an S3 bucket that holds nothing: no object, no old version, no delete marker. Others can take its name afterwards.',
  risk: 'destructive',
  permissions: { iam: ['s3:ListBucketVersions', 's3:GetBucketTagging', 's3:DeleteBucket'] },
  undo: {
    kind: 'manual',
    how: 'Create it again with s3_create_bucket, while nobody else has taken the name.',
  },
  idempotent: true,
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2025' },
  async plan(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    const found = await client.send(new sdk.ListObjectVersionsCommand({ Bucket: input.bucket, MaxKeys: 1 }), {
      abortSignal: signal,
    });
    if ((found.Versions ?? []).length + (found.DeleteMarkers ?? []).length > 0) {
      const message = `s3_delete_bucket: ${input.bucket} is not empty (objects, old versions and delete markers count), so it is not deleted.`;
      return { kind: 'refused', code: 'not-empty', message };
    }
    return {
      kind: 'plan',
      summary: `Deletes the empty bucket ${input.bucket} in ${aws.region}.`,
      checkedBy: 'pre-check',
      before: { objects: 0 },
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [{ actions: ['s3:DeleteBucket'], resources: [s3Arn(aws, input.bucket)] }],
    };
  },
  async act(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    // S3 itself refuses a bucket that got an object meanwhile.
    await client.send(new sdk.DeleteBucketCommand({ Bucket: input.bucket }), { abortSignal: signal });
    return { kind: 'ok', value: { deleted: input.bucket } };
  },
});
