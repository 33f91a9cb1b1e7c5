import { loggingOf } from './bucket-settings.ts';
import { settingTool } from './setting-tool.ts';

export const getLogging = settingTool({
  name: 's3_get_logging',
  description: 'Reads where an S3 bucket logs its requests; `null` when it does not.',
  action: 's3:GetBucketLogging',
  read: loggingOf,
});
