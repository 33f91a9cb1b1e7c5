import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const gitlabVariableExposed = defineAttributeRule({
  id: 'gitlab-variable-exposed',
  title: 'GitLab variable that every job and log sees',
  concern: 'plain-secret',
  severity: 'low',
  fix: 'Set `protected` and `masked`.',
  references: [
    'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/project_variable',
    'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/group_variable',
  ],
  checks: [
    { type: 'gitlab_project_variable', attribute: 'protected', expect: isTrue },
    { type: 'gitlab_project_variable', attribute: 'masked', expect: isTrue },
    { type: 'gitlab_group_variable', attribute: 'protected', expect: isTrue },
    { type: 'gitlab_group_variable', attribute: 'masked', expect: isTrue },
  ],
});
