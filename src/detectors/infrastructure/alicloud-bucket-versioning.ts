import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const alicloudBucketVersioning = defineAttributeRule({
  id: 'alicloud-bucket-versioning',
  title: 'Alibaba bucket without versions',
  concern: 'backup',
  severity: 'low',
  fix: 'Enable versioning.',
  references: ['https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket'],
  checks: [
    { type: 'alicloud_oss_bucket', attribute: 'versioning.status', expect: oneOf(['Enabled'], 'Suspended') },
  ],
});
