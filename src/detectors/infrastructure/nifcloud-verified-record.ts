import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notMatching } from './model/expectation.ts';

export const nifcloudVerifiedRecord = defineAttributeRule({
  id: 'nifcloud-verified-record',
  title: 'NIFCLOUD zone with its verification record left in',
  concern: 'hardening',
  fix: 'Remove the record after the check.',
  references: ['https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/dns_record'],
  checks: [
    {
      type: 'nifcloud_dns_record',
      attribute: 'record',
      expect: notMatching(/^nifty-dns-verify=/, '203.0.113.10', 'nifty-dns-verify=abc'),
      when: { type: ifSetOneOf(['TXT'], 'A') },
    },
  ],
});
