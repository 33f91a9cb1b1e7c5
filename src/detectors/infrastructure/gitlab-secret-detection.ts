import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const gitlabSecretDetection = defineAttributeRule({
  id: 'gitlab-secret-detection',
  title: 'GitLab project that accepts secrets',
  concern: 'plain-secret',
  severity: 'low',
  fix: 'Set `push_rules.prevent_secrets`.',
  references: ['https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/project'],
  checks: [{ type: 'gitlab_project', attribute: 'push_rules.prevent_secrets', expect: notFalse }],
});
