import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleGkeGroups = defineAttributeRule({
  id: 'google-gke-groups',
  title: 'Cluster that knows no groups',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Set `authenticator_groups_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'authenticator_groups_config.security_group',
      expect: isPresent('gke-security-groups@example.com'),
    },
  ],
});
