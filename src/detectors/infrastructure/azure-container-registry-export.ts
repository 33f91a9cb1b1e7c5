import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureContainerRegistryExport = defineAttributeRule({
  id: 'azure-container-registry-export',
  title: 'Registry whose images can be exported',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `export_policy_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [
    {
      type: 'azurerm_container_registry',
      attribute: 'export_policy_enabled',
      expect: isFalse,
      when: { public_network_access_enabled: isFalse },
    },
  ],
});
