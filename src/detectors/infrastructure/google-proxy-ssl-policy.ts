import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleProxySslPolicy = defineAttributeRule({
  id: 'google-proxy-ssl-policy',
  title: 'HTTPS proxy with the default TLS policy',
  concern: 'weak-tls',
  severity: 'low',
  fix: 'Set `ssl_policy` to one of TLS 1.2 or later.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_target_https_proxy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_target_ssl_proxy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_region_target_https_proxy',
  ],
  checks: [
    {
      type: 'google_compute_target_https_proxy',
      attribute: 'ssl_policy',
      expect: isPresent('projects/p/global/sslPolicies/modern'),
    },
    {
      type: 'google_compute_target_ssl_proxy',
      attribute: 'ssl_policy',
      expect: isPresent('projects/p/global/sslPolicies/modern'),
    },
    {
      type: 'google_compute_region_target_https_proxy',
      attribute: 'ssl_policy',
      expect: isPresent('projects/p/global/sslPolicies/modern'),
    },
  ],
});
