import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse, notTrue } from './model/expectation.ts';

export const azureServiceLocalAuthentication = defineAttributeRule({
  id: 'azure-service-local-authentication',
  title: 'Service that accepts shared keys',
  concern: 'authentication',
  severity: 'low',
  fix: 'Switch local authentication off and use Microsoft Entra ID.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service',
  ],
  checks: [
    { type: 'azurerm_servicebus_namespace', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_eventhub_namespace', attribute: 'local_authentication_enabled', expect: notTrue },
    { type: 'azurerm_cognitive_account', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_search_service', attribute: 'local_authentication_enabled', expect: notTrue },
    { type: 'azurerm_app_configuration', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_application_insights', attribute: 'local_authentication_disabled', expect: notFalse },
    { type: 'azurerm_log_analytics_workspace', attribute: 'local_authentication_disabled', expect: notFalse },
    { type: 'azurerm_cosmosdb_account', attribute: 'local_authentication_disabled', expect: notFalse },
    { type: 'azurerm_eventgrid_topic', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_eventgrid_domain', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_signalr_service', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_web_pubsub', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_automation_account', attribute: 'local_authentication_enabled', expect: notTrue },
    { type: 'azurerm_iothub', attribute: 'local_authentication_enabled', expect: notTrue },
    { type: 'azurerm_redis_cache', attribute: 'access_keys_authentication_enabled', expect: notTrue },
    { type: 'azurerm_machine_learning_compute_cluster', attribute: 'local_auth_enabled', expect: notTrue },
    { type: 'azurerm_machine_learning_compute_instance', attribute: 'local_auth_enabled', expect: notTrue },
    {
      type: 'azurerm_batch_account',
      attribute: 'storage_account_authentication_mode',
      expect: noneOf(['StorageKeys'], 'BatchAccountManagedIdentity'),
    },
    { type: 'azurerm_synapse_workspace', attribute: 'azuread_authentication_only', expect: notFalse },
    {
      type: 'azurerm_mssql_server',
      attribute: 'azuread_administrator.azuread_authentication_only',
      expect: notFalse,
    },
    {
      type: 'azurerm_postgresql_flexible_server',
      attribute: 'authentication.password_auth_enabled',
      expect: notTrue,
    },
    { type: 'azurerm_storage_account', attribute: 'local_user_enabled', expect: notTrue },
  ],
});
