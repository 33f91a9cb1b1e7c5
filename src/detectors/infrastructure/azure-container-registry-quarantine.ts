import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, oneOf } from './model/expectation.ts';

export const azureContainerRegistryQuarantine = defineAttributeRule({
  id: 'azure-container-registry-quarantine',
  title: 'Registry that hands out images unchecked',
  concern: 'integrity',
  severity: 'info',
  fix: 'Set `quarantine_policy_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [
    {
      type: 'azurerm_container_registry',
      attribute: 'quarantine_policy_enabled',
      expect: isTrue,
      when: { sku: oneOf(['Premium'], 'Basic') },
    },
  ],
});
