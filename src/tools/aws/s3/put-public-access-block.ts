import { awsBlock, blockSetting, liftObjection } from './block-setting.ts';
import { publicAccessBlockOf } from './bucket-settings.ts';
import { settingChange } from './setting-tool.ts';

export const putPublicAccessBlock = settingChange({
  name: 's3_put_public_access_block',
  description:
    'Blocks public access to an S3 bucket: whoever reads it without credentials is cut off. Only ever turns switches on.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Somebody with the right lifts the block in the console; no tool does.' },
  reads: 's3:GetBucketPublicAccessBlock',
  writes: 's3:PutBucketPublicAccessBlock',
  setting: blockSetting,
  example: {},
  read: publicAccessBlockOf,
  summary: () => 'Blocks public access',
  objection: liftObjection,
  async write(aws, { bucket, setting }, abortSignal) {
    const { sdk, client } = await aws.s3();
    await client.send(
      new sdk.PutPublicAccessBlockCommand({
        Bucket: bucket,
        PublicAccessBlockConfiguration: awsBlock(setting),
      }),
      { abortSignal },
    );
  },
});
