import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtMost } from './model/expectation.ts';

export const azureCertificateValidity = defineAttributeRule({
  id: 'azure-certificate-validity',
  title: 'Certificate that is valid for years',
  concern: 'hardening',
  severity: 'low',
  fix: 'Keep it to twelve months.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_certificate',
  ],
  checks: [
    {
      type: 'azurerm_key_vault_certificate',
      attribute: 'certificate_policy.x509_certificate_properties.validity_in_months',
      expect: ifSetAtMost(12),
    },
  ],
});
