import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureKeyvaultContentType = defineAttributeRule({
  id: 'azure-keyvault-content-type',
  title: 'Key vault secret without a content type',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Set `content_type`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_secret',
  ],
  checks: [{ type: 'azurerm_key_vault_secret', attribute: 'content_type', expect: isPresent('password') }],
});
