import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleBinaryAuthorizationPolicy = defineAttributeRule({
  id: 'google-binary-authorization-policy',
  title: 'Policy that admits every image',
  concern: 'integrity',
  severity: 'medium',
  fix: 'Require attestations and enforce them.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/binary_authorization_policy',
  ],
  checks: [
    {
      type: 'google_binary_authorization_policy',
      attribute: 'default_admission_rule.evaluation_mode',
      expect: noneOf(['ALWAYS_ALLOW'], 'REQUIRE_ATTESTATION'),
    },
    {
      type: 'google_binary_authorization_policy',
      attribute: 'default_admission_rule.enforcement_mode',
      expect: noneOf(['DRYRUN_AUDIT_LOG_ONLY'], 'ENFORCED_BLOCK_AND_AUDIT_LOG'),
    },
    {
      type: 'google_binary_authorization_policy',
      attribute: 'cluster_admission_rules.evaluation_mode',
      expect: noneOf(['ALWAYS_ALLOW'], 'REQUIRE_ATTESTATION'),
    },
  ],
});
