import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const nifcloudSecurityGroupMissing = defineAttributeRule({
  id: 'nifcloud-security-group-missing',
  title: 'NIFCLOUD server without a security group',
  concern: 'hardening',
  fix: 'Set `security_group`.',
  references: [
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/instance',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/router',
  ],
  checks: [
    { type: 'nifcloud_instance', attribute: 'security_group', expect: isPresent('app') },
    { type: 'nifcloud_router', attribute: 'security_group', expect: isPresent('app') },
    { type: 'nifcloud_vpn_gateway', attribute: 'security_group', expect: isPresent('app') },
  ],
});
