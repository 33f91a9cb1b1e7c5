import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const gitlabForcePush = defineAttributeRule({
  id: 'gitlab-force-push',
  title: 'GitLab branch whose history may be rewritten',
  concern: 'integrity',
  fix: 'Leave `allow_force_push` at false.',
  references: [
    'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/branch_protection',
  ],
  checks: [{ type: 'gitlab_branch_protection', attribute: 'allow_force_push', expect: notTrue }],
});
