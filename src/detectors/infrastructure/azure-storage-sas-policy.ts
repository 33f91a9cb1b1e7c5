import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureStorageSasPolicy = defineAttributeRule({
  id: 'azure-storage-sas-policy',
  title: 'Storage account without a limit for shared access signatures',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Add a `sas_policy` and sign in with Entra ID by default.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'sas_policy.expiration_period',
      expect: isPresent('01.00:00:00'),
    },
  ],
});
