import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notWorld } from './model/expectation.ts';

export const awsSecurityGroupOpenIngress = defineAttributeRule({
  id: 'aws-security-group-open-ingress',
  title: 'Security group open to the internet',
  concern: 'open-network',
  fix: 'Name the networks or security groups that need access.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group',
  ],
  checks: [
    { type: 'aws_security_group', within: 'ingress', attribute: 'cidr_blocks', expect: notWorld },
    { type: 'aws_security_group', within: 'ingress', attribute: 'ipv6_cidr_blocks', expect: notWorld },
    { type: 'aws_default_security_group', within: 'ingress', attribute: 'cidr_blocks', expect: notWorld },
    {
      type: 'aws_security_group_rule',
      attribute: 'cidr_blocks',
      expect: notWorld,
      when: { type: ifSetOneOf(['ingress'], 'egress') },
    },
    {
      type: 'aws_security_group_rule',
      attribute: 'ipv6_cidr_blocks',
      expect: notWorld,
      when: { type: ifSetOneOf(['ingress'], 'egress') },
    },
    { type: 'aws_vpc_security_group_ingress_rule', attribute: 'cidr_ipv4', expect: notWorld },
    { type: 'aws_vpc_security_group_ingress_rule', attribute: 'cidr_ipv6', expect: notWorld },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupIngress',
      attribute: 'CidrIp',
      expect: notWorld,
    },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupIngress',
      attribute: 'CidrIpv6',
      expect: notWorld,
    },
    { type: 'AWS::EC2::SecurityGroupIngress', attribute: 'CidrIp', expect: notWorld },
    { type: 'AWS::EC2::SecurityGroupIngress', attribute: 'CidrIpv6', expect: notWorld },
    { type: 'aws_db_security_group', within: 'ingress', attribute: 'cidr', expect: notWorld },
    { type: 'aws_redshift_security_group', within: 'ingress', attribute: 'cidr', expect: notWorld },
    {
      type: 'AWS::RDS::DBSecurityGroup',
      within: 'DBSecurityGroupIngress',
      attribute: 'CIDRIP',
      expect: notWorld,
    },
  ],
});
