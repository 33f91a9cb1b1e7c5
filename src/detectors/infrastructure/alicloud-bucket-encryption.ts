import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const alicloudBucketEncryption = defineAttributeRule({
  id: 'alicloud-bucket-encryption',
  title: 'Alibaba bucket that is not encrypted',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `server_side_encryption_rule`.',
  references: ['https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket'],
  checks: [
    {
      type: 'alicloud_oss_bucket',
      attribute: 'server_side_encryption_rule.sse_algorithm',
      expect: isPresent('AES256'),
      elsewhere: [{ type: 'alicloud_oss_bucket_server_side_encryption', link: 'bucket' }],
    },
  ],
});
