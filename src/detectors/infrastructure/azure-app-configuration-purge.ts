import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAppConfigurationPurge = defineAttributeRule({
  id: 'azure-app-configuration-purge',
  title: 'Configuration store that can be purged',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `purge_protection_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_configuration',
  ],
  checks: [{ type: 'azurerm_app_configuration', attribute: 'purge_protection_enabled', expect: isTrue }],
});
