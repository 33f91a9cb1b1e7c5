import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureContainerRegistryDataEndpoint = defineAttributeRule({
  id: 'azure-container-registry-data-endpoint',
  title: 'Registry whose data comes from an address that is shared',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `data_endpoint_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [{ type: 'azurerm_container_registry', attribute: 'data_endpoint_enabled', expect: isTrue }],
});
