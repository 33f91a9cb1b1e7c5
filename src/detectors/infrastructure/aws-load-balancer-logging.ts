import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isTrue, matching, notFalse, oneMatching } from './model/expectation.ts';

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
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      attribute: 'LoadBalancerAttributes.Key',
      expect: oneMatching(
        /^access_logs\.s3\.enabled$/,
        'access_logs.s3.enabled',
        'idle_timeout.timeout_seconds',
      ),
    },
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      within: 'LoadBalancerAttributes',
      attribute: 'Value',
      expect: notFalse,
      when: {
        Key: matching(/^access_logs\.s3\.enabled$/, 'access_logs.s3.enabled', 'idle_timeout.timeout_seconds'),
      },
    },
  ],
});
