import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const awsSecurityGroupOpenEgress = defineAttributeRule({
  id: 'aws-security-group-open-egress',
  title: 'Security group that lets everything out',
  concern: 'open-egress',
  fix: 'Name the destinations the workload needs.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule',
  ],
  checks: [
    { type: 'aws_security_group', within: 'egress', attribute: 'cidr_blocks', expect: notWorld },
    { type: 'aws_security_group', within: 'egress', attribute: 'ipv6_cidr_blocks', expect: notWorld },
    {
      type: 'aws_security_group_rule',
      attribute: 'cidr_blocks',
      expect: notWorld,
      when: { type: oneOf(['egress'], 'ingress') },
    },
    { type: 'aws_vpc_security_group_egress_rule', attribute: 'cidr_ipv4', expect: notWorld },
    { type: 'AWS::EC2::SecurityGroup', within: 'SecurityGroupEgress', attribute: 'CidrIp', expect: notWorld },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupEgress',
      attribute: 'CidrIpv6',
      expect: notWorld,
    },
    { type: 'AWS::EC2::SecurityGroupEgress', attribute: 'CidrIp', expect: notWorld },
  ],
});
