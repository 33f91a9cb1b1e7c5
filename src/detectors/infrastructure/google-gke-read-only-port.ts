import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleGkeReadOnlyPort = defineAttributeRule({
  id: 'google-gke-read-only-port',
  title: 'Nodes whose kubelet answers without authentication',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `insecure_kubelet_readonly_port_enabled` to FALSE.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.kubelet_config.insecure_kubelet_readonly_port_enabled',
      expect: notTrue,
    },
    {
      type: 'google_container_cluster',
      attribute: 'node_config.kubelet_config.insecure_kubelet_readonly_port_enabled',
      expect: notTrue,
    },
    {
      type: 'google_container_cluster',
      attribute: 'node_pool_defaults.node_config_defaults.insecure_kubelet_readonly_port_enabled',
      expect: notTrue,
    },
  ],
});
