import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, isUnset } from './model/expectation.ts';

export const alicloudDiskEncryption = defineAttributeRule({
  id: 'alicloud-disk-encryption',
  title: 'Alibaba disk that is not encrypted',
  concern: 'encryption-at-rest',
  fix: 'Set `encrypted`.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/disk',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_disk',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance',
  ],
  checks: [
    { type: 'alicloud_disk', attribute: 'encrypted', expect: isTrue, when: { snapshot_id: isUnset() } },
    { type: 'alicloud_ecs_disk', attribute: 'encrypted', expect: isTrue, when: { snapshot_id: isUnset() } },
    { type: 'alicloud_instance', attribute: 'system_disk_encrypted', expect: isTrue },
  ],
});
