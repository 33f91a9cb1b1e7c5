import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf, notWorld, oneOf } from './model/expectation.ts';

export const kubernetesServiceExposed = defineAttributeRule({
  id: 'kubernetes-service-exposed',
  title: 'Service on every node or on the internet',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Use `ClusterIP` behind an ingress, or name source ranges.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  checks: [
    { type: 'kubernetes/Service', attribute: 'spec.type', expect: noneOf(['nodeport'], 'ClusterIP') },
    { type: 'kubernetes/Service', attribute: 'spec.loadBalancerSourceRanges', expect: notWorld },
    {
      type: 'kubernetes/Service',
      attribute: 'spec.loadBalancerSourceRanges',
      expect: isPresent(['10.0.0.0/8']),
      when: { 'spec.type': { ...oneOf(['loadbalancer'], 'ClusterIP') } },
    },
    { type: 'helm/values', attribute: 'loadBalancerSourceRanges', expect: notWorld },
    { type: 'helm/values', attribute: 'type', expect: noneOf(['nodeport'], 'ClusterIP') },
  ],
});
