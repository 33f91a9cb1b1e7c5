import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const tencentBucketPublic = defineAttributeRule({
  id: 'tencent-bucket-public',
  title: 'Tencent bucket open to everybody',
  concern: 'public-exposure',
  fix: 'Set `acl` to private.',
  references: [
    'https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/cos_bucket',
  ],
  checks: [
    {
      type: 'tencentcloud_cos_bucket',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write'], 'private'),
    },
  ],
});
