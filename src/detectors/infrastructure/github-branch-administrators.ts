import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const githubBranchAdministrators = defineAttributeRule({
  id: 'github-branch-administrators',
  title: 'Branch protection that does not hold for administrators',
  concern: 'integrity',
  severity: 'low',
  fix: 'Set `enforce_admins`.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection_v3',
  ],
  checks: [
    { type: 'github_branch_protection', attribute: 'enforce_admins', expect: isTrue },
    { type: 'github_branch_protection_v3', attribute: 'enforce_admins', expect: isTrue },
  ],
});
