import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { makesPublic } from '../policy-documents/judge-policy.ts';
import { policyOf } from './bucket-settings.ts';
import { bucket } from './parameters.ts';

export const getBucketPolicy = readTool({
  name: 's3_get_bucket_policy',
  description: 'Reads the policy of an S3 bucket, and says which of its statements let everybody in.',
  permissions: { iam: ['s3:GetBucketPolicy'] },
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2026' },
  async handle(input, { signal }, aws) {
    const policy = await policyOf(aws, input.bucket, signal);
    return {
      kind: 'ok',
      value: { bucket: input.bucket, policy, public: policy === null ? [] : makesPublic(policy) },
    };
  },
});
