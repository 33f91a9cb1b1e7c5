import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const kubernetesOpenNetworkPolicy = defineAttributeRule({
  id: 'kubernetes-open-network-policy',
  title: 'Network policy that lets everybody in',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Name the networks or pods.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  checks: [
    { type: 'kubernetes/NetworkPolicy', attribute: 'spec.ingress.from.ipBlock.cidr', expect: notWorld },
  ],
});
