import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const terraformKubernetesOpenEgress = defineAttributeRule({
  id: 'terraform-kubernetes-open-egress',
  title: 'Network policy that lets everything out',
  concern: 'open-egress',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy',
    'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy_v1',
  ],
  checks: [
    { type: 'kubernetes_network_policy', attribute: 'spec.egress.to.ip_block.cidr', expect: notWorld },
    { type: 'kubernetes_network_policy_v1', attribute: 'spec.egress.to.ip_block.cidr', expect: notWorld },
    { type: 'kubernetes/NetworkPolicy', attribute: 'spec.egress.to.ipBlock.cidr', expect: notWorld },
  ],
});
