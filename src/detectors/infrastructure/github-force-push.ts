import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const githubForcePush = defineAttributeRule({
  id: 'github-force-push',
  title: 'Protected branch that allows force pushes',
  concern: 'integrity',
  fix: 'Set `allows_force_pushes` to false.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection',
  ],
  checks: [{ type: 'github_branch_protection', attribute: 'allows_force_pushes', expect: notTrue }],
});
