import { z } from 'zod';
import { encryptionOf } from './bucket-settings.ts';
import { settingChange } from './setting-tool.ts';

export const putEncryption = settingChange({
  name: 's3_put_encryption',
  description:
    'Sets what new objects of an S3 bucket are encrypted with; objects that are there stay as they are.',
  risk: 'write',
  undo: { kind: 'tool', tool: 's3_put_encryption' },
  reads: 's3:GetEncryptionConfiguration',
  writes: 's3:PutEncryptionConfiguration',
  setting: z.object({
    algorithm: z.enum(['AES256', 'aws:kms', 'aws:kms:dsse']),
    kmsKey: z
      .string()
      .regex(/^arn:aws(-cn|-us-gov)?:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+$/, 'the ARN of a KMS key')
      .nullish()
      .describe('ARN of the KMS key. Default: AWS’s own key for S3.'),
    bucketKey: z
      .boolean()
      .nullish()
      .describe('Whether one data key serves many objects, for fewer calls to KMS. Default: true with KMS.'),
  }),
  example: { algorithm: 'AES256' },
  read: encryptionOf,
  summary: ({ algorithm, kmsKey }) =>
    `Encrypts new objects with ${algorithm}${typeof kmsKey === 'string' ? ` and ${kmsKey}` : ''}`,
  objection: ({ algorithm, kmsKey }) =>
    algorithm === 'AES256' && typeof kmsKey === 'string' ? 'AES256 takes no KMS key.' : undefined,
  async write(aws, { bucket, setting }, abortSignal) {
    const { sdk, client } = await aws.s3();
    const { algorithm, kmsKey, bucketKey } = setting;
    const rule = {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: algorithm,
        ...(typeof kmsKey === 'string' && { KMSMasterKeyID: kmsKey }),
      },
      BucketKeyEnabled: bucketKey ?? algorithm === 'aws:kms',
    };
    await client.send(
      new sdk.PutBucketEncryptionCommand({
        Bucket: bucket,
        ServerSideEncryptionConfiguration: { Rules: [rule] },
      }),
      { abortSignal },
    );
  },
});
