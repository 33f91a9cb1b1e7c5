import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, notTrue } from './model/expectation.ts';

export const azureDirectoryImplicitGrant = defineAttributeRule({
  id: 'azure-directory-implicit-grant',
  title: 'Application that hands tokens to the browser',
  concern: 'authentication',
  severity: 'low',
  fix: 'Use the authorisation code flow; ask for version 2 tokens.',
  references: ['https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application'],
  checks: [
    {
      type: 'azuread_application',
      attribute: 'web.implicit_grant.access_token_issuance_enabled',
      expect: notTrue,
    },
    {
      type: 'azuread_application',
      attribute: 'web.implicit_grant.id_token_issuance_enabled',
      expect: notTrue,
    },
    { type: 'azuread_application', attribute: 'api.requested_access_token_version', expect: ifSetAtLeast(2) },
  ],
});
