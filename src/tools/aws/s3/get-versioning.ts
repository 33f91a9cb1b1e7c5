import { versioningOf } from './bucket-settings.ts';
import { settingTool } from './setting-tool.ts';

export const getVersioning = settingTool({
  name: 's3_get_versioning',
  description: 'Reads whether an S3 bucket keeps versions of its objects.',
  action: 's3:GetBucketVersioning',
  read: versioningOf,
});
