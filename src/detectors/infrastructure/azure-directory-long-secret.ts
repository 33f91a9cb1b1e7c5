import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureDirectoryLongSecret = defineAttributeRule({
  id: 'azure-directory-long-secret',
  title: 'Application secret that is valid for decades',
  concern: 'password-policy',
  severity: 'medium',
  fix: 'Let it expire within months.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_password',
    'https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/service_principal_password',
  ],
  checks: [
    {
      type: 'azuread_application_password',
      attribute: 'end_date',
      expect: notMatching(/^20[3-9]\d|^2[1-9]/, '2027-01-01T00:00:00Z', '2099-01-01T00:00:00Z'),
    },
    {
      type: 'azuread_service_principal_password',
      attribute: 'end_date',
      expect: notMatching(/^20[3-9]\d|^2[1-9]/, '2027-01-01T00:00:00Z', '2099-01-01T00:00:00Z'),
    },
  ],
});
