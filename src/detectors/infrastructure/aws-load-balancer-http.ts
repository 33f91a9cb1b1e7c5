import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

export const awsLoadBalancerHttp = defineAttributeRule({
  id: 'aws-load-balancer-http',
  title: 'Load balancer listener on plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Use HTTPS, or redirect to it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb_listener',
  ],
  checks: [
    {
      type: 'aws_lb_listener',
      attribute: 'protocol',
      expect: notMatching(/^http$/, 'HTTPS', 'HTTP'),
      when: { 'default_action.type': noneOf(['redirect'], 'forward') },
    },
    {
      type: 'aws_alb_listener',
      attribute: 'protocol',
      expect: notMatching(/^http$/, 'HTTPS', 'HTTP'),
      when: { 'default_action.type': noneOf(['redirect'], 'forward') },
    },
    {
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      attribute: 'Protocol',
      expect: notMatching(/^http$/, 'HTTPS', 'HTTP'),
      when: { 'DefaultActions.Type': noneOf(['redirect'], 'forward') },
    },
    {
      type: 'aws_elb',
      within: 'listener',
      attribute: 'lb_protocol',
      expect: notMatching(/^http$/, 'HTTPS', 'HTTP'),
    },
    {
      type: 'AWS::ElasticLoadBalancing::LoadBalancer',
      within: 'Listeners',
      attribute: 'Protocol',
      expect: notMatching(/^http$/, 'HTTPS', 'HTTP'),
    },
  ],
});
