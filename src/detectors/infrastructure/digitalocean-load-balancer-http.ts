import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching, notTrue } from './model/expectation.ts';

export const digitaloceanLoadBalancerHttp = defineAttributeRule({
  id: 'digitalocean-load-balancer-http',
  title: 'DigitalOcean load balancer on plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Use https, or redirect to it.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/loadbalancer',
  ],
  checks: [
    {
      type: 'digitalocean_loadbalancer',
      attribute: 'forwarding_rule.entry_protocol',
      expect: notMatching(/^http$/, 'https', 'http'),
      when: { redirect_http_to_https: notTrue },
    },
  ],
});
