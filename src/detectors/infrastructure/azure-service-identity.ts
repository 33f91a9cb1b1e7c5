import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset } from './model/expectation.ts';

export const azureServiceIdentity = defineAttributeRule({
  id: 'azure-service-identity',
  title: 'Service without a managed identity',
  concern: 'hardening',
  severity: 'info',
  fix: 'Add an identity, so that no keys are needed.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/stream_analytics_job',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/digital_twins_instance',
  ],
  checks: [
    { type: 'azurerm_data_factory', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_kusto_cluster', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_stream_analytics_job', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    {
      type: 'azurerm_digital_twins_instance',
      attribute: 'identity.type',
      expect: isPresent('SystemAssigned'),
    },
    { type: 'azurerm_servicebus_namespace', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_eventhub_namespace', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_cognitive_account', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_search_service', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_container_group', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_automation_account', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'identity.type',
      expect: isPresent('SystemAssigned'),
      when: { 'service_principal.client_id': isUnset() },
    },
  ],
});
