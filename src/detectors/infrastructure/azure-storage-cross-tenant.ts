import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureStorageCrossTenant = defineAttributeRule({
  id: 'azure-storage-cross-tenant',
  title: 'Storage that replicates to other tenants',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `cross_tenant_replication_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    { type: 'azurerm_storage_account', attribute: 'cross_tenant_replication_enabled', expect: notTrue },
  ],
});
