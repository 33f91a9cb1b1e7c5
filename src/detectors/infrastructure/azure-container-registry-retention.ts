import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, notFalse } from './model/expectation.ts';

export const azureContainerRegistryRetention = defineAttributeRule({
  id: 'azure-container-registry-retention',
  title: 'Registry that keeps untagged images',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Set a retention policy.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [
    { type: 'azurerm_container_registry', attribute: 'retention_policy_in_days', expect: ifSetAtLeast(1) },
    { type: 'azurerm_container_registry', attribute: 'retention_policy.enabled', expect: notFalse },
  ],
});
