import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isTrue } from './model/expectation.ts';

export const awsLoadBalancerLogging = defineAttributeRule({
  id: 'aws-load-balancer-logging',
  title: 'Load balancer without access logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Enable `access_logs`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb',
  ],
  checks: [
    { type: 'aws_lb', attribute: 'access_logs.enabled', expect: isTrue },
    { type: 'aws_alb', attribute: 'access_logs.enabled', expect: isTrue },
    { type: 'aws_elb', attribute: 'access_logs.bucket', expect: isPresent() },
  ],
});
