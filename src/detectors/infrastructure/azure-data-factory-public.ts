import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureDataFactoryPublic = defineAttributeRule({
  id: 'azure-data-factory-public',
  title: 'Data factory on the internet',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `public_network_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory',
  ],
  checks: [{ type: 'azurerm_data_factory', attribute: 'public_network_enabled', expect: isFalse }],
});
