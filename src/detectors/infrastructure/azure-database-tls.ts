import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse, notTrue, oneOf } from './model/expectation.ts';

export const azureDatabaseTls = defineAttributeRule({
  id: 'azure-database-tls',
  title: 'Database server without required TLS',
  concern: 'encryption-in-transit',
  fix: 'Set `ssl_enforcement_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_server',
  ],
  checks: [
    { type: 'azurerm_postgresql_server', attribute: 'ssl_enforcement_enabled', expect: notFalse },
    { type: 'azurerm_mysql_server', attribute: 'ssl_enforcement_enabled', expect: notFalse },
    { type: 'azurerm_mariadb_server', attribute: 'ssl_enforcement_enabled', expect: notFalse },
    { type: 'azurerm_redis_cache', attribute: 'non_ssl_port_enabled', expect: notTrue },
    { type: 'azurerm_redis_cache', attribute: 'enable_non_ssl_port', expect: notTrue },
    {
      type: 'azurerm_postgresql_flexible_server_configuration',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: oneOf(['require_secure_transport'], 'x') },
    },
    {
      type: 'azurerm_mysql_flexible_server_configuration',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: oneOf(['require_secure_transport'], 'x') },
    },
    { type: 'azurerm_hdinsight_spark_cluster', attribute: 'encryption_in_transit_enabled', expect: notFalse },
    {
      type: 'azurerm_hdinsight_hadoop_cluster',
      attribute: 'encryption_in_transit_enabled',
      expect: notFalse,
    },
    { type: 'azurerm_hdinsight_kafka_cluster', attribute: 'encryption_in_transit_enabled', expect: notFalse },
    { type: 'azurerm_netapp_volume', attribute: 'protocols', expect: noneOf(['NFSv3'], ['NFSv4.1']) },
  ],
});
