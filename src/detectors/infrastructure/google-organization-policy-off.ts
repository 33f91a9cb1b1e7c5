import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, notTrue } from './model/expectation.ts';

export const googleOrganizationPolicyOff = defineAttributeRule({
  id: 'google-organization-policy-off',
  title: 'Policy of the organisation that is switched off',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Enforce it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/org_policy_policy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_organization_policy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_organization_policy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_policy',
  ],
  checks: [
    { type: 'google_org_policy_policy', attribute: 'spec.rules.enforce', expect: notFalse },
    { type: 'google_project_organization_policy', attribute: 'boolean_policy.enforced', expect: notFalse },
    { type: 'google_folder_organization_policy', attribute: 'boolean_policy.enforced', expect: notFalse },
    { type: 'google_organization_policy', attribute: 'boolean_policy.enforced', expect: notFalse },
    { type: 'google_org_policy_policy', attribute: 'spec.rules.allow_all', expect: notTrue },
  ],
});
