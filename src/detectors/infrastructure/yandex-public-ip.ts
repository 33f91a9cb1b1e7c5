import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const yandexPublicIp = defineAttributeRule({
  id: 'yandex-public-ip',
  title: 'Yandex resource with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Reach it through the network.',
  references: [
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/compute_instance_group',
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    { type: 'yandex_compute_instance', attribute: 'network_interface.nat', expect: notTrue },
    {
      type: 'yandex_compute_instance_group',
      attribute: 'instance_template.network_interface.nat',
      expect: notTrue,
    },
    { type: 'yandex_kubernetes_cluster', attribute: 'master.public_ip', expect: notTrue },
    {
      type: 'yandex_kubernetes_node_group',
      attribute: 'instance_template.network_interface.nat',
      expect: notTrue,
    },
    { type: 'yandex_mdb_postgresql_cluster', attribute: 'host.assign_public_ip', expect: notTrue },
    { type: 'yandex_mdb_mysql_cluster', attribute: 'host.assign_public_ip', expect: notTrue },
    { type: 'yandex_mdb_mongodb_cluster', attribute: 'host.assign_public_ip', expect: notTrue },
    { type: 'yandex_mdb_clickhouse_cluster', attribute: 'host.assign_public_ip', expect: notTrue },
    { type: 'yandex_mdb_redis_cluster', attribute: 'host.assign_public_ip', expect: notTrue },
    { type: 'yandex_mdb_greenplum_cluster', attribute: 'host.assign_public_ip', expect: notTrue },
  ],
});
