import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, ifSetOneOf, notWorld } from './model/expectation.ts';

export const awsSecurityGroupOpenWeb = defineAttributeRule({
  id: 'aws-security-group-open-web',
  title: 'Web port open to the internet',
  concern: 'open-network',
  severity: 'low',
  fix: 'Leave it where a public website or API is meant; put a load balancer or CloudFront in front.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html',
  ],
  checks: [
    {
      type: 'aws_security_group',
      within: 'ingress',
      attribute: 'cidr_blocks',
      expect: notWorld,
      when: { from_port: anyMatching(/^(?:80|443)$/, 443), to_port: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'aws_security_group',
      within: 'ingress',
      attribute: 'ipv6_cidr_blocks',
      expect: notWorld,
      when: { from_port: anyMatching(/^(?:80|443)$/, 443), to_port: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'aws_security_group_rule',
      attribute: 'cidr_blocks',
      expect: notWorld,
      when: {
        type: ifSetOneOf(['ingress'], 'egress'),
        from_port: anyMatching(/^(?:80|443)$/, 443),
        to_port: anyMatching(/^(?:80|443)$/, 443),
      },
    },
    {
      type: 'aws_security_group_rule',
      attribute: 'ipv6_cidr_blocks',
      expect: notWorld,
      when: {
        type: ifSetOneOf(['ingress'], 'egress'),
        from_port: anyMatching(/^(?:80|443)$/, 443),
        to_port: anyMatching(/^(?:80|443)$/, 443),
      },
    },
    {
      type: 'aws_vpc_security_group_ingress_rule',
      attribute: 'cidr_ipv4',
      expect: notWorld,
      when: { from_port: anyMatching(/^(?:80|443)$/, 443), to_port: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'aws_vpc_security_group_ingress_rule',
      attribute: 'cidr_ipv6',
      expect: notWorld,
      when: { from_port: anyMatching(/^(?:80|443)$/, 443), to_port: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupIngress',
      attribute: 'CidrIp',
      expect: notWorld,
      when: { FromPort: anyMatching(/^(?:80|443)$/, 443), ToPort: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupIngress',
      attribute: 'CidrIpv6',
      expect: notWorld,
      when: { FromPort: anyMatching(/^(?:80|443)$/, 443), ToPort: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'AWS::EC2::SecurityGroupIngress',
      attribute: 'CidrIp',
      expect: notWorld,
      when: { FromPort: anyMatching(/^(?:80|443)$/, 443), ToPort: anyMatching(/^(?:80|443)$/, 443) },
    },
    {
      type: 'AWS::EC2::SecurityGroupIngress',
      attribute: 'CidrIpv6',
      expect: notWorld,
      when: { FromPort: anyMatching(/^(?:80|443)$/, 443), ToPort: anyMatching(/^(?:80|443)$/, 443) },
    },
  ],
});
