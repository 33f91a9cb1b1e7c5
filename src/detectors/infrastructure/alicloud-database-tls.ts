import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const alicloudDatabaseTls = defineAttributeRule({
  id: 'alicloud-database-tls',
  title: 'Alibaba database without TLS',
  concern: 'encryption-in-transit',
  fix: 'Open TLS.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/mongodb_instance',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/kvstore_instance',
  ],
  checks: [
    { type: 'alicloud_db_instance', attribute: 'ssl_action', expect: oneOf(['Open', 'Update'], 'Close') },
    {
      type: 'alicloud_mongodb_instance',
      attribute: 'ssl_action',
      expect: oneOf(['Open', 'Update'], 'Close'),
    },
    { type: 'alicloud_kvstore_instance', attribute: 'ssl_enable', expect: oneOf(['Enable'], 'Disable') },
  ],
});
