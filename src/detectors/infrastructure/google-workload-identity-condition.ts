import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isPresent } from './model/expectation.ts';

export const googleWorkloadIdentityCondition = defineAttributeRule({
  id: 'google-workload-identity-condition',
  title: 'Workload identity provider without a condition',
  concern: 'authentication',
  fix: 'Set `attribute_condition` to your owner or repository.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool_provider',
  ],
  checks: [
    {
      type: 'google_iam_workload_identity_pool_provider',
      attribute: 'attribute_condition',
      expect: isPresent("assertion.repository_owner == 'example'"),
      when: { 'aws.account_id': isAbsent() },
    },
  ],
});
