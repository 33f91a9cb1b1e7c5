import { defineCompanionRule } from './define-companion-rule.ts';
import { isUnset } from './model/expectation.ts';

export const awsDnsSigning = defineCompanionRule({
  id: 'aws-dns-signing',
  title: 'Public zone without DNSSEC',
  concern: 'integrity',
  severity: 'low',
  fix: 'Sign the zone.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_hosted_zone_dnssec',
  ],
  checks: [
    {
      type: 'aws_route53_zone',
      companion: { type: 'aws_route53_hosted_zone_dnssec', link: 'hosted_zone_id' },
      when: { vpc: isUnset() },
    },
  ],
});
