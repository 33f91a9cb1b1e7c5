import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsLoadBalancerTls = defineAttributeRule({
  id: 'aws-load-balancer-tls',
  title: 'Load balancer with an old TLS policy',
  concern: 'weak-tls',
  severity: 'high',
  fix: 'Use ELBSecurityPolicy-TLS13-1-2-2021-06 or newer.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/alb_listener',
  ],
  checks: [
    {
      type: 'aws_lb_listener',
      attribute: 'ssl_policy',
      expect: noneOf(
        [
          'ELBSecurityPolicy-2016-08',
          'ELBSecurityPolicy-2015-05',
          'ELBSecurityPolicy-TLS-1-0-2015-04',
          'ELBSecurityPolicy-TLS-1-1-2017-01',
          'ELBSecurityPolicy-FS-2018-06',
          'ELBSecurityPolicy-FS-1-1-2019-08',
          'ELBSecurityPolicy-TLS13-1-0-2021-06',
          'ELBSecurityPolicy-TLS13-1-1-2021-06',
        ],
        'ELBSecurityPolicy-TLS13-1-2-2021-06',
      ),
    },
    {
      type: 'aws_alb_listener',
      attribute: 'ssl_policy',
      expect: noneOf(
        [
          'ELBSecurityPolicy-2016-08',
          'ELBSecurityPolicy-2015-05',
          'ELBSecurityPolicy-TLS-1-0-2015-04',
          'ELBSecurityPolicy-TLS-1-1-2017-01',
          'ELBSecurityPolicy-FS-2018-06',
          'ELBSecurityPolicy-FS-1-1-2019-08',
          'ELBSecurityPolicy-TLS13-1-0-2021-06',
          'ELBSecurityPolicy-TLS13-1-1-2021-06',
        ],
        'ELBSecurityPolicy-TLS13-1-2-2021-06',
      ),
    },
    {
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      attribute: 'SslPolicy',
      expect: noneOf(
        [
          'ELBSecurityPolicy-2016-08',
          'ELBSecurityPolicy-2015-05',
          'ELBSecurityPolicy-TLS-1-0-2015-04',
          'ELBSecurityPolicy-TLS-1-1-2017-01',
          'ELBSecurityPolicy-FS-2018-06',
          'ELBSecurityPolicy-FS-1-1-2019-08',
          'ELBSecurityPolicy-TLS13-1-0-2021-06',
          'ELBSecurityPolicy-TLS13-1-1-2021-06',
        ],
        'ELBSecurityPolicy-TLS13-1-2-2021-06',
      ),
    },
  ],
});
