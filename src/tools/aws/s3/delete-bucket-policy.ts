import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { policyOf } from './bucket-settings.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { bucket } from './parameters.ts';

export const deleteBucketPolicy = changingTool({
  name: 's3_delete_bucket_policy',
  description:
    'Deletes the policy of an S3 bucket: who had access by it alone is cut off, and what it denied is denied no more.',
  risk: 'destructive',
  permissions: { iam: ['s3:GetBucketPolicy', 's3:DeleteBucketPolicy', 's3:GetBucketTagging'] },
  undo: { kind: 'tool', tool: 's3_put_bucket_policy' },
  idempotent: true,
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2026' },
  async plan(input, { signal }, aws) {
    const before = await policyOf(aws, input.bucket, signal);
    if (before === null) {
      const message = `s3_delete_bucket_policy: ${input.bucket} has no policy; nothing is to be done.`;
      return { kind: 'refused', code: 'nothing-to-do', message };
    }
    return {
      kind: 'plan',
      summary: `Deletes the policy of the bucket ${input.bucket}.`,
      checkedBy: 'pre-check',
      before,
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [{ actions: ['s3:DeleteBucketPolicy'], resources: [s3Arn(aws, input.bucket)] }],
    };
  },
  async act(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    await client.send(new sdk.DeleteBucketPolicyCommand({ Bucket: input.bucket }), { abortSignal: signal });
    return { kind: 'ok', value: { bucket: input.bucket, policy: null } };
  },
  verify: (input, { signal }, aws) => policyOf(aws, input.bucket, signal),
});
