import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureContainerRegistryAdmin = defineAttributeRule({
  id: 'azure-container-registry-admin',
  title: 'Container registry with an administrator account',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `admin_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
  ],
  checks: [{ type: 'azurerm_container_registry', attribute: 'admin_enabled', expect: notTrue }],
});
