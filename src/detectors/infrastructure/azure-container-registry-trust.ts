import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, isUnset, notFalse, oneOf } from './model/expectation.ts';

export const azureContainerRegistryTrust = defineAttributeRule({
  id: 'azure-container-registry-trust',
  title: 'Registry that accepts unsigned images',
  concern: 'integrity',
  severity: 'low',
  fix: 'Enable the trust policy.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [
    { type: 'azurerm_container_registry', attribute: 'trust_policy.enabled', expect: notFalse },
    {
      type: 'azurerm_container_registry',
      attribute: 'trust_policy_enabled',
      expect: isTrue,
      when: { sku: oneOf(['Premium'], 'Basic'), trust_policy: isUnset() },
    },
  ],
});
