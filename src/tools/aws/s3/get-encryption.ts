import { encryptionOf } from './bucket-settings.ts';
import { settingTool } from './setting-tool.ts';

export const getEncryption = settingTool({
  name: 's3_get_encryption',
  description: 'Reads what new objects of an S3 bucket are encrypted with.',
  action: 's3:GetEncryptionConfiguration',
  read: encryptionOf,
});
