import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, matching, notFalse, oneMatching } from './model/expectation.ts';

export const awsLoadBalancerDeletionProtection = defineAttributeRule({
  id: 'aws-load-balancer-deletion-protection',
  title: 'Load balancer without deletion protection',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `enable_deletion_protection` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb',
  ],
  checks: [
    { type: 'aws_lb', attribute: 'enable_deletion_protection', expect: isTrue },
    { type: 'aws_alb', attribute: 'enable_deletion_protection', expect: isTrue },
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      attribute: 'LoadBalancerAttributes.Key',
      expect: oneMatching(
        /^deletion_protection\.enabled$/,
        'deletion_protection.enabled',
        'idle_timeout.timeout_seconds',
      ),
    },
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      within: 'LoadBalancerAttributes',
      attribute: 'Value',
      expect: notFalse,
      when: {
        Key: matching(
          /^deletion_protection\.enabled$/,
          'deletion_protection.enabled',
          'idle_timeout.timeout_seconds',
        ),
      },
    },
  ],
});
