import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureKustoEncryption = defineAttributeRule({
  id: 'azure-kusto-encryption',
  title: 'Data explorer cluster without disk encryption',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `disk_encryption_enabled` and `double_encryption_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster',
  ],
  checks: [
    { type: 'azurerm_kusto_cluster', attribute: 'disk_encryption_enabled', expect: isTrue },
    { type: 'azurerm_kusto_cluster', attribute: 'double_encryption_enabled', expect: isTrue },
  ],
});
