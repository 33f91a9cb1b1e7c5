import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue, notWorld, oneOf } from './model/expectation.ts';

export const awsNetworkAclOpen = defineAttributeRule({
  id: 'aws-network-acl-open',
  title: 'Network ACL open to the internet',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Limit `cidr_block` of inbound rules.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl',
  ],
  checks: [
    {
      type: 'aws_network_acl_rule',
      attribute: 'cidr_block',
      expect: notWorld,
      when: { egress: notTrue, rule_action: oneOf(['allow'], 'deny') },
    },
    {
      type: 'aws_network_acl_rule',
      attribute: 'ipv6_cidr_block',
      expect: notWorld,
      when: { egress: notTrue, rule_action: oneOf(['allow'], 'deny') },
    },
    {
      type: 'aws_network_acl',
      within: 'ingress',
      attribute: 'cidr_block',
      expect: notWorld,
      when: { action: oneOf(['allow'], 'deny') },
    },
    {
      type: 'AWS::EC2::NetworkAclEntry',
      attribute: 'CidrBlock',
      expect: notWorld,
      when: { Egress: notTrue, RuleAction: oneOf(['allow'], 'deny') },
    },
  ],
});
