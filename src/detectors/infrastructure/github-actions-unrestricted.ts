import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const githubActionsUnrestricted = defineAttributeRule({
  id: 'github-actions-unrestricted',
  title: 'Actions of every owner may run',
  concern: 'integrity',
  severity: 'low',
  fix: 'Allow local or selected actions.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_repository_permissions',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_organization_permissions',
  ],
  checks: [
    {
      type: 'github_actions_repository_permissions',
      attribute: 'allowed_actions',
      expect: noneOf(['all'], 'selected'),
    },
    {
      type: 'github_actions_organization_permissions',
      attribute: 'allowed_actions',
      expect: noneOf(['all'], 'selected'),
    },
  ],
});
