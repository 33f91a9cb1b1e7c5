import { defineCompanionRule } from './define-companion-rule.ts';
import { isUnset } from './model/expectation.ts';

export const awsDnsQueryLogging = defineCompanionRule({
  id: 'aws-dns-query-logging',
  title: 'Public zone whose queries are not logged',
  concern: 'logging',
  severity: 'low',
  fix: 'Add a query log for the zone.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_query_log',
  ],
  checks: [
    {
      type: 'aws_route53_zone',
      companion: { type: 'aws_route53_query_log', link: 'zone_id' },
      when: { vpc: isUnset() },
    },
  ],
});
