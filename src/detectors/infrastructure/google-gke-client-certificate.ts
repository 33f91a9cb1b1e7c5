import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleGkeClientCertificate = defineAttributeRule({
  id: 'google-gke-client-certificate',
  title: 'GKE cluster with client certificates',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `master_auth.client_certificate_config.issue_client_certificate`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'master_auth.client_certificate_config.issue_client_certificate',
      expect: notTrue,
    },
  ],
});
