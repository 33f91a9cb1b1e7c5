import { z } from 'zod';
import { locksEverybodyOut, makesPublic } from '../policy-documents/judge-policy.ts';
import { readPolicyDocument } from '../policy-documents/policy-document.ts';
import { policyOf } from './bucket-settings.ts';
import { settingChange } from './setting-tool.ts';

export const putBucketPolicy = settingChange({
  name: 's3_put_bucket_policy',
  description:
    'Replaces the policy of an S3 bucket. One that lets everybody in is refused; one that denies can cut people off.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Put the policy that the plan shows again, or delete this one.' },
  reads: 's3:GetBucketPolicy',
  writes: 's3:PutBucketPolicy',
  setting: z.string().min(2).max(20_480).describe('The policy document as JSON.'),
  example:
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::reports-2026","arn:aws:s3:::reports-2026/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}',
  read: policyOf,
  summary(text, before) {
    const read = readPolicyDocument(text);
    const shown = read.kind === 'policy' ? read.canonical : text;
    return `${before === null ? 'Sets the policy' : 'Replaces the policy by'} ${shown}`;
  },
  objection(text, _before, bucket) {
    const read = readPolicyDocument(text);
    if (read.kind === 'unreadable') return `this is not a policy: ${read.why}.`;
    const [open] = makesPublic(read.canonical);
    if (open !== undefined) return `${open} No tool here makes a bucket public.`;
    return locksEverybodyOut(read.document, bucket)
      ? 'it denies everybody, without a condition, to change the policy again; only the root user could.'
      : undefined;
  },
  async write(aws, { bucket, setting }, abortSignal) {
    const { sdk, client } = await aws.s3();
    const read = readPolicyDocument(setting);
    if (read.kind === 'unreadable') throw new TypeError('a policy that the plan refuses');
    await client.send(new sdk.PutBucketPolicyCommand({ Bucket: bucket, Policy: read.canonical }), {
      abortSignal,
    });
  },
});
