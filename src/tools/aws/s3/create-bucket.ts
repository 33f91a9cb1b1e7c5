import { z } from 'zod';
import type { BucketLocationConstraint } from '../../../clients/aws/sdk/s3.ts';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { awsTags, newTags } from '../../aws-calls/tags.ts';
import { s3Arn } from './bucket-target.ts';
import { findBucket } from './find-bucket.ts';
import { bucket } from './parameters.ts';

export const createBucket = changingTool({
  name: 's3_create_bucket',
  description:
    'Creates an S3 bucket in the region. It is private: public access is blocked, before anything can be put into it.',
  risk: 'write',
  permissions: {
    iam: ['s3:ListBucket', 's3:CreateBucket', 's3:PutBucketPublicAccessBlock', 's3:PutBucketTagging'],
  },
  undo: { kind: 'tool', tool: 's3_delete_bucket' },
  idempotent: false,
  parameters: z.object({ region, bucket, tags: newTags }),
  example: {
    region: 'eu-central-1',
    bucket: 'reports-2026',
    tags: [{ key: 'devops:managed', value: 'true' }],
  },
  async plan(input, { signal }, aws) {
    // A name that somebody else has is taken as well.
    if ((await findBucket(aws, input.bucket, signal)).kind === 'bucket') {
      const message = `s3_create_bucket: there is a bucket named ${input.bucket} already; names are shared by all accounts.`;
      return { kind: 'refused', code: 'name-taken', message };
    }
    const actions = [
      's3:CreateBucket',
      's3:PutBucketPublicAccessBlock',
      ...(input.tags?.length ? (['s3:PutBucketTagging'] as const) : []),
    ] as const;
    return {
      kind: 'plan',
      summary: `Creates the private bucket ${input.bucket} in ${aws.region}.`,
      checkedBy: 'pre-check',
      before: null,
      grants: [{ actions, resources: [s3Arn(aws, input.bucket)] }],
    };
  },
  async act(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    const Bucket = input.bucket;
    const options = { abortSignal: signal };
    // us-east-1 is the default and must not be named.
    const place = aws.region === 'us-east-1' ? undefined : (aws.region as BucketLocationConstraint);
    await client.send(
      new sdk.CreateBucketCommand({
        Bucket,
        ...(place !== undefined && { CreateBucketConfiguration: { LocationConstraint: place } }),
      }),
      options,
    );
    const all = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true };
    await client.send(
      new sdk.PutPublicAccessBlockCommand({
        Bucket,
        PublicAccessBlockConfiguration: { ...all, RestrictPublicBuckets: true },
      }),
      options,
    );
    const TagSet = awsTags(input.tags);
    if (TagSet.length > 0)
      await client.send(new sdk.PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }), options);
    return { kind: 'ok', value: { bucket: Bucket, region: aws.region } };
  },
  async verify(input, { signal }, aws) {
    return { exists: (await findBucket(aws, input.bucket, signal)).kind === 'bucket' };
  },
});
