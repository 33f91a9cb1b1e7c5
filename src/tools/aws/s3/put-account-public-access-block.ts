import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { awsBlock, blockSetting, liftObjection } from './block-setting.ts';
import { accountBlockOf } from './bucket-settings.ts';

export const putAccountPublicAccessBlock = changingTool({
  name: 's3_put_account_public_access_block',
  description:
    'Blocks public access to every S3 bucket of the account: whoever reads one without credentials is cut off. Only ever turns switches on.',
  risk: 'destructive',
  permissions: {
    iam: ['s3:GetAccountPublicAccessBlock', 's3:PutAccountPublicAccessBlock', 'sts:GetCallerIdentity'],
  },
  undo: { kind: 'manual', how: 'Somebody with the right lifts the block in the console; no tool does.' },
  idempotent: true,
  parameters: z.object({ region, setting: blockSetting }),
  example: { setting: {} },
  async plan({ setting }, { signal }, aws) {
    const before = await accountBlockOf(aws, signal);
    const objection = liftObjection(setting, before);
    if (objection !== undefined) {
      const message = `s3_put_account_public_access_block: ${objection}`;
      return { kind: 'refused', code: 'no-tool-for-that', message };
    }
    return {
      kind: 'plan',
      summary: `Blocks public access to all buckets of the account ${await aws.accountId()}.`,
      checkedBy: 'pre-check',
      before,
      grants: [{ actions: ['s3:PutAccountPublicAccessBlock'], resources: ['*'] }],
    };
  },
  async act({ setting }, { signal }, aws) {
    const { sdk, client } = await aws.s3Control();
    await client.send(
      new sdk.PutPublicAccessBlockCommand({
        AccountId: await aws.accountId(),
        PublicAccessBlockConfiguration: awsBlock(setting),
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { setting } };
  },
  verify: (_input, { signal }, aws) => accountBlockOf(aws, signal),
});
