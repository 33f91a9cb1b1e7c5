import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleDataprocPublic = defineAttributeRule({
  id: 'google-dataproc-public',
  title: 'Data cluster with public addresses',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `internal_ip_only`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudbuild_worker_pool',
  ],
  checks: [
    {
      type: 'google_dataproc_cluster',
      attribute: 'cluster_config.gce_cluster_config.internal_ip_only',
      expect: isTrue,
    },
    { type: 'google_cloudbuild_worker_pool', attribute: 'worker_config.no_external_ip', expect: isTrue },
  ],
});
