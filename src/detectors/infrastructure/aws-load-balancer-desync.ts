import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const awsLoadBalancerDesync = defineAttributeRule({
  id: 'aws-load-balancer-desync',
  title: 'Load balancer that lets ambiguous requests through',
  concern: 'hardening',
  fix: 'Set `desync_mitigation_mode` to defensive or strictest.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb',
  ],
  checks: [
    {
      type: 'aws_lb',
      attribute: 'desync_mitigation_mode',
      expect: ifSetOneOf(['strictest', 'defensive'], 'monitor'),
    },
    {
      type: 'aws_elb',
      attribute: 'desync_mitigation_mode',
      expect: ifSetOneOf(['strictest', 'defensive'], 'monitor'),
    },
  ],
});
