import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsTargetGroupHttp = defineAttributeRule({
  id: 'aws-target-group-http',
  title: 'Target group that speaks plain HTTP',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Use HTTPS or TLS between the load balancer and its targets.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb_target_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
  ],
  checks: [
    { type: 'aws_lb_target_group', attribute: 'protocol', expect: noneOf(['http'], 'HTTPS') },
    { type: 'aws_alb_target_group', attribute: 'protocol', expect: noneOf(['http'], 'HTTPS') },
    {
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      attribute: 'Protocol',
      expect: noneOf(['http'], 'HTTPS'),
    },
  ],
});
