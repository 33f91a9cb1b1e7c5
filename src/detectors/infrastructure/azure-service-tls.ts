import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const azureServiceTls = defineAttributeRule({
  id: 'azure-service-tls',
  title: 'Service that accepts old versions of TLS',
  concern: 'weak-tls',
  fix: 'Require TLS 1.2 or later.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/iothub',
  ],
  checks: [
    {
      type: 'azurerm_eventhub_namespace',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_servicebus_namespace',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_redis_cache',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_iothub',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_cosmosdb_account',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_mssql_managed_instance',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_postgresql_server',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_mysql_server',
      attribute: 'minimum_tls_version',
      expect: noneOf(['1.0', '1.1', 'tls1_0', 'tls1_1'], '1.2'),
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'enable_backend_tls10',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'enable_backend_tls11',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'enable_frontend_tls10',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'enable_frontend_tls11',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'enable_backend_ssl30',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'enable_frontend_ssl30',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'backend_tls10_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'backend_tls11_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'frontend_tls10_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      within: 'security',
      attribute: 'frontend_tls11_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_cdn_endpoint_custom_domain',
      attribute: 'user_managed_https.tls_version',
      expect: noneOf(['TLS10', 'None'], 'TLS12'),
    },
    {
      type: 'azurerm_cdn_frontdoor_custom_domain',
      attribute: 'tls.minimum_tls_version',
      expect: noneOf(['TLS10'], 'TLS12'),
    },
    {
      type: 'azurerm_cdn_frontdoor_custom_domain',
      attribute: 'tls.minimum_version',
      expect: noneOf(['TLS10'], 'TLS12'),
    },
    {
      type: 'azurerm_hdinsight_hadoop_cluster',
      attribute: 'tls_min_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'azurerm_hdinsight_spark_cluster',
      attribute: 'tls_min_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'azurerm_hdinsight_kafka_cluster',
      attribute: 'tls_min_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'azurerm_api_management',
      attribute: 'security.tls_rsa_with_aes128_cbc_sha_ciphers_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      attribute: 'security.tls_rsa_with_aes256_cbc_sha_ciphers_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_api_management',
      attribute: 'security.tls_rsa_with_aes128_cbc_sha256_ciphers_enabled',
      expect: notTrue,
    },
    { type: 'azurerm_api_management', attribute: 'security.triple_des_ciphers_enabled', expect: notTrue },
  ],
});
