import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const cloudflareWeakTls = defineAttributeRule({
  id: 'cloudflare-weak-tls',
  title: 'Zone with weak encryption',
  concern: 'weak-tls',
  fix: 'Use strict, TLS 1.2 and HTTPS always.',
  references: [
    'https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zone_settings_override',
  ],
  checks: [
    {
      type: 'cloudflare_zone_settings_override',
      attribute: 'settings.ssl',
      expect: noneOf(['off', 'flexible'], 'strict'),
    },
    {
      type: 'cloudflare_zone_settings_override',
      attribute: 'settings.min_tls_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'cloudflare_zone_settings_override',
      attribute: 'settings.always_use_https',
      expect: noneOf(['off'], 'on'),
    },
  ],
});
