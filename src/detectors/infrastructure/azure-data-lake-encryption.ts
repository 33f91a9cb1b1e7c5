import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureDataLakeEncryption = defineAttributeRule({
  id: 'azure-data-lake-encryption',
  title: 'Data lake store without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `encryption_state` to Enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_lake_store',
  ],
  checks: [
    {
      type: 'azurerm_data_lake_store',
      attribute: 'encryption_state',
      expect: noneOf(['Disabled'], 'Enabled'),
    },
  ],
});
