import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const githubSignedCommits = defineAttributeRule({
  id: 'github-signed-commits',
  title: 'Protected branch without signed commits',
  concern: 'integrity',
  severity: 'low',
  fix: 'Set `require_signed_commits` to true.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection_v3',
  ],
  checks: [
    { type: 'github_branch_protection', attribute: 'require_signed_commits', expect: isTrue },
    { type: 'github_branch_protection_v3', attribute: 'require_signed_commits', expect: isTrue },
  ],
});
