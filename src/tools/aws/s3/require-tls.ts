import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import {
  type PolicyDocument,
  readPolicyDocument,
  statementsOf,
} from '../policy-documents/policy-document.ts';
import { policyOf } from './bucket-settings.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { bucket } from './parameters.ts';

const name = 's3_require_tls';
const sid = 'DenyRequestsWithoutTls';

export const requireTls = changingTool({
  name,
  description:
    'Adds a statement to an S3 bucket’s policy that denies every request without TLS; the other statements stay. Clients that use plain HTTP are cut off.',
  risk: 'destructive',
  permissions: { iam: ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:GetBucketTagging'] },
  undo: {
    kind: 'manual',
    how: `Put the policy that the plan shows again with s3_put_bucket_policy; without one before, s3_delete_bucket_policy. The statement is "${sid}".`,
  },
  idempotent: true,
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2026' },
  async plan(input, { signal }, aws) {
    const before = await policyOf(aws, input.bucket, signal);
    const merged = withDenial(before, s3Arn(aws, input.bucket));
    if (merged.kind === 'refused')
      return { kind: 'refused', code: merged.code, message: `${name}: ${merged.why}` };
    return {
      kind: 'plan',
      summary: `Denies requests without TLS to the bucket ${input.bucket} in ${aws.region}: one statement is added to ${before === null ? 'a new policy' : 'its policy'}. Clients that use plain HTTP are cut off.`,
      checkedBy: 'pre-check',
      before: { policy: before },
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [{ actions: ['s3:PutBucketPolicy'], resources: [s3Arn(aws, input.bucket)] }],
      policy: merged.policy,
    };
  },
  async act(input, { signal }, aws, plan) {
    // What `plan` above answered.
    const { policy } = plan as typeof plan & { readonly policy: string };
    const { sdk, client } = await aws.s3();
    await client.send(new sdk.PutBucketPolicyCommand({ Bucket: input.bucket, Policy: policy }), {
      abortSignal: signal,
    });
    return { kind: 'ok', value: { bucket: input.bucket, policy } };
  },
  verify: async (input, { signal }, aws) => ({ policy: await policyOf(aws, input.bucket, signal) }),
});

/** The policy with the denial. One that is not understood is not touched. */
function withDenial(
  before: string | null,
  arn: string,
):
  | { readonly kind: 'merged'; readonly policy: string }
  | { readonly kind: 'refused'; readonly code: string; readonly why: string } {
  const read = before === null ? undefined : readPolicyDocument(before);
  if (read?.kind === 'unreadable') {
    const why = `the policy that is there is not understood (${read.why}): add the statement by hand.`;
    return { kind: 'refused', code: 'not-possible', why };
  }
  const document: PolicyDocument = read?.document ?? { Version: '2012-10-17', Statement: [] };
  const statements = statementsOf(document);
  if (statements.some(({ Sid }) => Sid === sid)) {
    const why = `the policy has a statement "${sid}" already: look at it.`;
    return { kind: 'refused', code: 'not-possible', why };
  }
  const denial = {
    Sid: sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return { kind: 'merged', policy: JSON.stringify({ ...document, Statement: [...statements, denial] }) };
}
