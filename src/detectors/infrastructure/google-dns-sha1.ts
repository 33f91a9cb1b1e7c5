import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleDnsSha1 = defineAttributeRule({
  id: 'google-dns-sha1',
  title: 'DNS zone signed with SHA-1',
  concern: 'weak-tls',
  severity: 'medium',
  fix: 'Use a SHA-256 algorithm.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone',
  ],
  checks: [
    {
      type: 'google_dns_managed_zone',
      attribute: 'dnssec_config.default_key_specs.algorithm',
      expect: noneOf(['rsasha1'], 'rsasha256'),
    },
  ],
});
