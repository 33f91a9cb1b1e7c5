import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const azureContainerRegistryTier = defineAttributeRule({
  id: 'azure-container-registry-tier',
  title: 'Registry of a tier without private access',
  concern: 'hardening',
  severity: 'info',
  fix: 'Use the Premium tier, with a private endpoint, zones and dedicated data endpoints.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [{ type: 'azurerm_container_registry', attribute: 'sku', expect: oneOf(['Premium'], 'Basic') }],
});
