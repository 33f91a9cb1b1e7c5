import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset, noneOf } from './model/expectation.ts';

export const googleGkeNodeScope = defineAttributeRule({
  id: 'google-gke-node-scope',
  title: 'Nodes that may use every API',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Give the nodes a service account with few roles, or narrower scopes.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'node_config.oauth_scopes',
      expect: noneOf(
        ['https://www.googleapis.com/auth/cloud-platform', 'cloud-platform'],
        ['https://www.googleapis.com/auth/logging.write'],
      ),
      when: { 'node_config.service_account': isUnset() },
    },
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.oauth_scopes',
      expect: noneOf(
        ['https://www.googleapis.com/auth/cloud-platform', 'cloud-platform'],
        ['https://www.googleapis.com/auth/logging.write'],
      ),
      when: { 'node_config.service_account': isUnset() },
    },
  ],
});
