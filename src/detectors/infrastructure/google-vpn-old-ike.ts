import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const googleVpnOldIke = defineAttributeRule({
  id: 'google-vpn-old-ike',
  title: 'Tunnel with an old key exchange',
  concern: 'weak-tls',
  severity: 'low',
  fix: 'Set `ike_version` to 2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_vpn_tunnel',
  ],
  checks: [{ type: 'google_compute_vpn_tunnel', attribute: 'ike_version', expect: ifSetAtLeast(2) }],
});
