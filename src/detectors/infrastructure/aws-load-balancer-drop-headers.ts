import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isTrue, matching, notFalse, oneMatching } from './model/expectation.ts';

export const awsLoadBalancerDropHeaders = defineAttributeRule({
  id: 'aws-load-balancer-drop-headers',
  title: 'Load balancer that passes invalid headers on',
  concern: 'hardening',
  fix: 'Set `drop_invalid_header_fields` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb',
  ],
  checks: [
    {
      type: 'aws_lb',
      attribute: 'drop_invalid_header_fields',
      expect: isTrue,
      when: { load_balancer_type: ifSetOneOf(['application'], 'network') },
    },
    {
      type: 'aws_alb',
      attribute: 'drop_invalid_header_fields',
      expect: isTrue,
      when: { load_balancer_type: ifSetOneOf(['application'], 'network') },
    },
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      attribute: 'LoadBalancerAttributes.Key',
      expect: oneMatching(
        /^routing\.http\.drop_invalid_header_fields\.enabled$/,
        'routing.http.drop_invalid_header_fields.enabled',
        'idle_timeout.timeout_seconds',
      ),
      when: { Type: ifSetOneOf(['application'], 'network') },
    },
    {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      within: 'LoadBalancerAttributes',
      attribute: 'Value',
      expect: notFalse,
      when: {
        Key: matching(
          /^routing\.http\.drop_invalid_header_fields\.enabled$/,
          'routing.http.drop_invalid_header_fields.enabled',
          'idle_timeout.timeout_seconds',
        ),
      },
    },
  ],
});
