import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset, notTrue } from './model/expectation.ts';

export const googleGkeWorkloadIdentity = defineAttributeRule({
  id: 'google-gke-workload-identity',
  title: 'Cluster without workload identity',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `workload_identity_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'workload_identity_config.workload_pool',
      expect: isPresent('example.svc.id.goog'),
      when: { enable_autopilot: notTrue, 'workload_identity_config.identity_namespace': isUnset() },
    },
  ],
});
