import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const alicloudDatabaseOpen = defineAttributeRule({
  id: 'alicloud-database-open',
  title: 'Alibaba database open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/mongodb_instance',
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/kvstore_instance',
  ],
  checks: [
    { type: 'alicloud_db_instance', attribute: 'security_ips', expect: notWorld },
    { type: 'alicloud_mongodb_instance', attribute: 'security_ip_list', expect: notWorld },
    { type: 'alicloud_kvstore_instance', attribute: 'security_ips', expect: notWorld },
    { type: 'alicloud_polardb_cluster', attribute: 'security_ips', expect: notWorld },
  ],
});
