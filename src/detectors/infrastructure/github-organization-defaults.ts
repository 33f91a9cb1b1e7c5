import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const githubOrganizationDefaults = defineAttributeRule({
  id: 'github-organization-defaults',
  title: 'Organisation that gives its members more than reading',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set the default to read or none.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_settings',
  ],
  checks: [
    {
      type: 'github_organization_settings',
      attribute: 'default_repository_permission',
      expect: noneOf(['write', 'admin'], 'read'),
    },
    {
      type: 'github_organization_settings',
      attribute: 'members_can_create_public_repositories',
      expect: notTrue,
    },
  ],
});
