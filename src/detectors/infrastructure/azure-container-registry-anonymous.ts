import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse, notTrue } from './model/expectation.ts';

export const azureContainerRegistryAnonymous = defineAttributeRule({
  id: 'azure-container-registry-anonymous',
  title: 'Container registry open to everybody',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `anonymous_pull_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [
    { type: 'azurerm_container_registry', attribute: 'anonymous_pull_enabled', expect: notTrue },
    { type: 'azurerm_container_registry', attribute: 'public_network_access_enabled', expect: isFalse },
  ],
});
