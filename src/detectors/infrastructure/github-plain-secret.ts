import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const githubPlainSecret = defineAttributeRule({
  id: 'github-plain-secret',
  title: 'Actions secret in plain text',
  concern: 'plain-secret',
  fix: 'Use `encrypted_value` or a variable.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_secret',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_organization_secret',
  ],
  checks: [
    { type: 'github_actions_secret', attribute: 'plaintext_value', expect: isAbsent('example-secret') },
    {
      type: 'github_actions_organization_secret',
      attribute: 'plaintext_value',
      expect: isAbsent('example-secret'),
    },
    {
      type: 'github_actions_environment_secret',
      attribute: 'plaintext_value',
      expect: isAbsent('example-secret'),
    },
    { type: 'github_dependabot_secret', attribute: 'plaintext_value', expect: isAbsent('example-secret') },
  ],
});
