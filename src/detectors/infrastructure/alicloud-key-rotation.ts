import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const alicloudKeyRotation = defineAttributeRule({
  id: 'alicloud-key-rotation',
  title: 'Alibaba key that is never rotated',
  concern: 'maintenance',
  fix: 'Set `automatic_rotation` to Enabled.',
  references: ['https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/kms_key'],
  checks: [
    { type: 'alicloud_kms_key', attribute: 'automatic_rotation', expect: oneOf(['Enabled'], 'Disabled') },
  ],
});
