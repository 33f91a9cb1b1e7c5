import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleKmsSoftwareKey = defineAttributeRule({
  id: 'google-kms-software-key',
  title: 'Key outside a hardware module',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `protection_level` to HSM where a standard asks for it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key',
  ],
  checks: [
    {
      type: 'google_kms_crypto_key',
      attribute: 'version_template.protection_level',
      expect: noneOf(['SOFTWARE'], 'HSM'),
    },
  ],
});
