import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse, oneOf } from './model/expectation.ts';

export const awsLoadBalancerZones = defineAttributeRule({
  id: 'aws-load-balancer-zones',
  title: 'Load balancer that stays in one zone',
  concern: 'availability',
  fix: 'Enable balancing across zones.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancing-loadbalancer.html',
  ],
  checks: [
    { type: 'aws_elb', attribute: 'cross_zone_load_balancing', expect: notFalse },
    {
      type: 'aws_lb',
      attribute: 'enable_cross_zone_load_balancing',
      expect: isTrue,
      when: { load_balancer_type: oneOf(['network', 'gateway'], 'application') },
    },
    { type: 'AWS::ElasticLoadBalancing::LoadBalancer', attribute: 'CrossZone', expect: isTrue },
  ],
});
