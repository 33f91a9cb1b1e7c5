import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf } from './model/expectation.ts';

export const googleSubnetworkPrivateAccess = defineAttributeRule({
  id: 'google-subnetwork-private-access',
  title: 'Subnetwork without private access to Google',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `private_ip_google_access` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork',
  ],
  checks: [
    { type: 'google_compute_subnetwork', attribute: 'private_ip_google_access', expect: isTrue },
    {
      type: 'google_compute_subnetwork',
      attribute: 'private_ipv6_google_access',
      expect: noneOf(['DISABLE_GOOGLE_ACCESS'], 'ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE'),
    },
  ],
});
