import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, notFalse, setNoneOf } from './model/expectation.ts';

export const githubPublicRepository = defineAttributeRule({
  id: 'github-public-repository',
  title: 'Repository made public',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `visibility` to private or internal.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository',
  ],
  checks: [
    {
      type: 'github_repository',
      attribute: 'visibility',
      expect: setNoneOf(['public'], 'private'),
      when: { private: isAbsent() },
    },
    { type: 'github_repository', attribute: 'private', expect: notFalse },
  ],
});
