import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const terraformKubernetesOpenPolicy = defineAttributeRule({
  id: 'terraform-kubernetes-open-policy',
  title: 'Network policy open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy',
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy_v1',
  ],
  checks: [
    { type: 'kubernetes_network_policy', attribute: 'spec.ingress.from.ip_block.cidr', expect: notWorld },
    { type: 'kubernetes_network_policy_v1', attribute: 'spec.ingress.from.ip_block.cidr', expect: notWorld },
    { type: 'kubernetes/NetworkPolicy', attribute: 'spec.ingress.from.ipBlock.cidr', expect: notWorld },
  ],
});
