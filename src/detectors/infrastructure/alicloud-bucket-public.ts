import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const alicloudBucketPublic = defineAttributeRule({
  id: 'alicloud-bucket-public',
  title: 'Alibaba bucket open to everybody',
  concern: 'public-exposure',
  fix: 'Set `acl` to private.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_acl',
  ],
  checks: [
    {
      type: 'alicloud_oss_bucket',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write'], 'private'),
    },
    {
      type: 'alicloud_oss_bucket_acl',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write'], 'private'),
    },
  ],
});
