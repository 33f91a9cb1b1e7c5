import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf, notFalse, notTrue, notWorld } from './model/expectation.ts';

export const googleServicePublicIp = defineAttributeRule({
  id: 'google-service-public-ip',
  title: 'Managed service with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Use private addresses only.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_instance',
  ],
  checks: [
    {
      type: 'google_dataproc_cluster',
      attribute: 'cluster_config.gce_cluster_config.internal_ip_only',
      expect: isTrue,
    },
    { type: 'google_notebooks_instance', attribute: 'no_public_ip', expect: isTrue },
    { type: 'google_workbench_instance', attribute: 'gce_setup.disable_public_ip', expect: isTrue },
    { type: 'google_alloydb_instance', attribute: 'network_config.enable_public_ip', expect: notTrue },
    {
      type: 'google_dataflow_job',
      attribute: 'ip_configuration',
      expect: noneOf(['worker_ip_public'], 'WORKER_IP_PRIVATE'),
    },
    {
      type: 'google_composer_environment',
      attribute: 'config.private_environment_config.enable_private_endpoint',
      expect: notFalse,
    },
    { type: 'google_data_fusion_instance', attribute: 'private_instance', expect: isTrue },
    { type: 'google_vertex_ai_index_endpoint', attribute: 'public_endpoint_enabled', expect: notTrue },
    {
      type: 'google_datastream_connection_profile',
      attribute: 'postgresql_profile.hostname',
      expect: notWorld,
    },
    {
      type: 'google_notebooks_runtime',
      attribute: 'virtual_machine.virtual_machine_config.internal_ip_only',
      expect: notFalse,
    },
    { type: 'google_tpu_v2_vm', attribute: 'network_config.enable_external_ips', expect: notTrue },
    {
      type: 'google_composer_environment',
      attribute: 'config.web_server_network_access_control.allowed_ip_range.value',
      expect: notWorld,
    },
  ],
});
