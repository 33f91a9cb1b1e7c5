import { lifecycleOf } from './bucket-settings.ts';
import { settingTool } from './setting-tool.ts';

export const getLifecycle = settingTool({
  name: 's3_get_lifecycle',
  description: 'Reads the rules by which objects of an S3 bucket move to other storage or expire.',
  action: 's3:GetLifecycleConfiguration',
  read: lifecycleOf,
});
