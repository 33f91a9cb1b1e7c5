import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const gitlabPublicProject = defineAttributeRule({
  id: 'gitlab-public-project',
  title: 'Public GitLab project',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `visibility_level` to private.',
  references: [
    'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/project',
    'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/group',
  ],
  checks: [
    { type: 'gitlab_project', attribute: 'visibility_level', expect: noneOf(['public'], 'private') },
    { type: 'gitlab_group', attribute: 'visibility_level', expect: noneOf(['public'], 'private') },
  ],
});
