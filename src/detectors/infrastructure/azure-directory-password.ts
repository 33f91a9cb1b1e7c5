import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureDirectoryPassword = defineAttributeRule({
  id: 'azure-directory-password',
  title: 'User whose password may be weak or old',
  concern: 'password-policy',
  severity: 'medium',
  fix: 'Remove `disable_strong_password` and `disable_password_expiration`.',
  references: ['https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/user'],
  checks: [
    { type: 'azuread_user', attribute: 'disable_strong_password', expect: notTrue },
    { type: 'azuread_user', attribute: 'disable_password_expiration', expect: notTrue },
  ],
});
