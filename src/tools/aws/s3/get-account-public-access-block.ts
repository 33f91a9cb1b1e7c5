import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { accountBlockOf } from './bucket-settings.ts';

export const getAccountPublicAccessBlock = readTool({
  name: 's3_get_account_public_access_block',
  description: 'Reads the four switches by which the account blocks public access to all its S3 buckets.',
  permissions: { iam: ['s3:GetAccountPublicAccessBlock', 'sts:GetCallerIdentity'] },
  parameters: z.object({ region }),
  example: { region: 'eu-central-1' },
  async handle(_input, { signal }, aws) {
    return { kind: 'ok', value: { setting: await accountBlockOf(aws, signal) } };
  },
});
