import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, ifSetOneOf } from './model/expectation.ts';

export const azureCertificateKeySize = defineAttributeRule({
  id: 'azure-certificate-key-size',
  title: 'Certificate with a short key',
  concern: 'weak-tls',
  fix: 'Use at least 2048 bits.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_certificate',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key',
  ],
  checks: [
    {
      type: 'azurerm_key_vault_certificate',
      attribute: 'certificate_policy.key_properties.key_size',
      expect: ifSetAtLeast(2048),
      when: { 'certificate_policy.key_properties.key_type': ifSetOneOf(['RSA', 'RSA-HSM'], 'EC') },
    },
    {
      type: 'azurerm_key_vault_key',
      attribute: 'key_size',
      expect: ifSetAtLeast(2048),
      when: { key_type: ifSetOneOf(['RSA', 'RSA-HSM'], 'EC') },
    },
  ],
});
