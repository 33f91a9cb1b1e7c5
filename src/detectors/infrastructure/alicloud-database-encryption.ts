import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const alicloudDatabaseEncryption = defineAttributeRule({
  id: 'alicloud-database-encryption',
  title: 'Alibaba database without transparent encryption',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `tde_status` to Enabled.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/mongodb_instance',
  ],
  checks: [
    { type: 'alicloud_db_instance', attribute: 'tde_status', expect: oneOf(['Enabled'], 'Disabled') },
    { type: 'alicloud_mongodb_instance', attribute: 'tde_status', expect: oneOf(['enabled'], 'disabled') },
  ],
});
