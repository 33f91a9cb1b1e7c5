import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, matching } from './model/expectation.ts';

export const googleKmsRotation = defineAttributeRule({
  id: 'google-kms-rotation',
  title: 'Key that is not rotated within 90 days',
  concern: 'hardening',
  fix: 'Set `rotation_period` to at most 7776000s.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key',
  ],
  checks: [
    {
      type: 'google_kms_crypto_key',
      attribute: 'rotation_period',
      expect: matching(
        /^(?:[1-6]?\d{1,6}|7[0-6]\d{5}|77[0-6]\d{4}|777[0-5]\d{3}|7776000)s$/,
        '7776000s',
        '31536000s',
      ),
      when: { purpose: ifSetOneOf(['ENCRYPT_DECRYPT'], 'ASYMMETRIC_SIGN') },
    },
  ],
});
