import { publicAccessBlockOf } from './bucket-settings.ts';
import { settingTool } from './setting-tool.ts';

export const getPublicAccessBlock = settingTool({
  name: 's3_get_public_access_block',
  description:
    'Reads the four switches by which an S3 bucket blocks public access; the account’s own apply beside them.',
  action: 's3:GetBucketPublicAccessBlock',
  read: publicAccessBlockOf,
});
