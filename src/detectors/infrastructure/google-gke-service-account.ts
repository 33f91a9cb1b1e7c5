import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isPresent, notTrue } from './model/expectation.ts';

export const googleGkeServiceAccount = defineAttributeRule({
  id: 'google-gke-service-account',
  title: 'GKE nodes that run as the default service account',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `node_config.service_account`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'node_config.service_account',
      expect: isPresent('example-key'),
      when: {
        remove_default_node_pool: notTrue,
        'cluster_autoscaling.auto_provisioning_defaults.service_account': isAbsent(),
      },
    },
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.service_account',
      expect: isPresent('example-key'),
    },
    {
      type: 'google_container_cluster',
      within: 'cluster_autoscaling.auto_provisioning_defaults',
      attribute: 'service_account',
      expect: isPresent('example-key'),
    },
  ],
});
