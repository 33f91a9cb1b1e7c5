import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, setNoneOf } from './model/expectation.ts';

export const googleDnsDnssec = defineAttributeRule({
  id: 'google-dns-dnssec',
  title: 'DNS zone without DNSSEC',
  concern: 'integrity',
  fix: 'Set `dnssec_config.state` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone',
  ],
  checks: [
    {
      type: 'google_dns_managed_zone',
      attribute: 'dnssec_config.state',
      expect: setNoneOf(['off', 'transfer'], 'on'),
      when: { visibility: noneOf(['private'], 'public') },
    },
  ],
});
