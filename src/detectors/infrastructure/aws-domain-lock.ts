import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsDomainLock = defineAttributeRule({
  id: 'aws-domain-lock',
  title: 'Domain that can be transferred',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `transfer_lock`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53domains_registered_domain',
  ],
  checks: [{ type: 'aws_route53domains_registered_domain', attribute: 'transfer_lock', expect: notFalse }],
});
