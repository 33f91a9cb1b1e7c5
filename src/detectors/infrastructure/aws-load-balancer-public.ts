import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf, oneOf } from './model/expectation.ts';

export const awsLoadBalancerPublic = defineAttributeRule({
  id: 'aws-load-balancer-public',
  title: 'Load balancer on the internet',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `internal` to true unless the service is public.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb',
  ],
  checks: [
    {
      type: 'aws_lb',
      attribute: 'internal',
      expect: isTrue,
      when: { load_balancer_type: noneOf(['gateway'], 'application') },
    },
    {
      type: 'aws_alb',
      attribute: 'internal',
      expect: isTrue,
      when: { load_balancer_type: noneOf(['gateway'], 'application') },
    },
    { type: 'aws_elb', attribute: 'internal', expect: isTrue },
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      attribute: 'Scheme',
      expect: oneOf(['internal'], 'internet-facing'),
      when: { Type: noneOf(['gateway'], 'application') },
    },
    {
      type: 'AWS::ElasticLoadBalancing::LoadBalancer',
      attribute: 'Scheme',
      expect: oneOf(['internal'], 'internet-facing'),
    },
  ],
});
