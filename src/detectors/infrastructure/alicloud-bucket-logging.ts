import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const alicloudBucketLogging = defineAttributeRule({
  id: 'alicloud-bucket-logging',
  title: 'Alibaba bucket without a log',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `logging`.',
  references: ['https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket'],
  checks: [
    {
      type: 'alicloud_oss_bucket',
      attribute: 'logging.target_bucket',
      expect: isPresent('logs'),
      elsewhere: [{ type: 'alicloud_oss_bucket_logging', link: 'bucket' }],
    },
  ],
});
