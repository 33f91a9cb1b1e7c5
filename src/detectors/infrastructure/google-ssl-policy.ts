import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const googleSslPolicy = defineAttributeRule({
  id: 'google-ssl-policy',
  title: 'Load balancer with an old TLS version',
  concern: 'weak-tls',
  fix: 'Set `min_tls_version` to TLS_1_2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_ssl_policy',
  ],
  checks: [
    {
      type: 'google_compute_ssl_policy',
      attribute: 'min_tls_version',
      expect: oneOf(['TLS_1_2', 'TLS_1_3'], 'TLS_1_0'),
    },
    { type: 'google_compute_ssl_policy', attribute: 'profile', expect: noneOf(['COMPATIBLE'], 'MODERN') },
  ],
});
