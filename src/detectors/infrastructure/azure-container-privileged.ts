import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureContainerPrivileged = defineAttributeRule({
  id: 'azure-container-privileged',
  title: 'Privileged container',
  concern: 'isolation',
  fix: 'Remove `privilege_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group',
  ],
  checks: [
    { type: 'azurerm_container_group', attribute: 'container.security.privilege_enabled', expect: notTrue },
  ],
});
