import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const googleGkeBasicAuthentication = defineAttributeRule({
  id: 'google-gke-basic-authentication',
  title: 'GKE cluster with basic authentication',
  concern: 'authentication',
  fix: 'Set `master_auth.password`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'master_auth.password',
      expect: isAbsent('example-password'),
    },
    { type: 'google_container_cluster', attribute: 'master_auth.username', expect: isAbsent('admin') },
  ],
});
