import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, notFalse } from './model/expectation.ts';

export const oraclePasswordPolicy = defineAttributeRule({
  id: 'oracle-password-policy',
  title: 'Weak password policy',
  concern: 'password-policy',
  fix: 'Ask for at least 14 characters of several kinds.',
  references: [
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/identity_authentication_policy',
  ],
  checks: [
    {
      type: 'oci_identity_authentication_policy',
      attribute: 'password_policy.minimum_password_length',
      expect: ifSetAtLeast(14),
    },
    {
      type: 'oci_identity_authentication_policy',
      attribute: 'password_policy.is_lowercase_characters_required',
      expect: notFalse,
    },
    {
      type: 'oci_identity_authentication_policy',
      attribute: 'password_policy.is_uppercase_characters_required',
      expect: notFalse,
    },
    {
      type: 'oci_identity_authentication_policy',
      attribute: 'password_policy.is_numeric_characters_required',
      expect: notFalse,
    },
    {
      type: 'oci_identity_authentication_policy',
      attribute: 'password_policy.is_special_characters_required',
      expect: notFalse,
    },
  ],
});
