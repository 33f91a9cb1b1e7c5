import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureContainerRegistryZones = defineAttributeRule({
  id: 'azure-container-registry-zones',
  title: 'Registry that one failed zone stops',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `zone_redundancy_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [{ type: 'azurerm_container_registry', attribute: 'zone_redundancy_enabled', expect: isTrue }],
});
