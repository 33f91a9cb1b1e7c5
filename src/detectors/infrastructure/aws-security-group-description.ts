import { defineAttributeRule } from './define-attribute-rule.ts';
import { isDescribed, isPresent } from './model/expectation.ts';

export const awsSecurityGroupDescription = defineAttributeRule({
  id: 'aws-security-group-description',
  title: 'Security group without a description',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Say in `description` what the group or rule is for.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule',
  ],
  checks: [
    { type: 'aws_security_group', attribute: 'description', expect: isDescribed },
    { type: 'aws_security_group', within: 'ingress', attribute: 'description', expect: isPresent() },
    { type: 'aws_security_group', within: 'egress', attribute: 'description', expect: isPresent() },
    { type: 'aws_security_group_rule', attribute: 'description', expect: isPresent() },
    { type: 'aws_vpc_security_group_ingress_rule', attribute: 'description', expect: isPresent() },
    { type: 'AWS::EC2::SecurityGroup', attribute: 'GroupDescription', expect: isPresent() },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupIngress',
      attribute: 'Description',
      expect: isPresent(),
    },
    {
      type: 'AWS::EC2::SecurityGroup',
      within: 'SecurityGroupEgress',
      attribute: 'Description',
      expect: isPresent(),
    },
    { type: 'AWS::EC2::SecurityGroupIngress', attribute: 'Description', expect: isPresent() },
    { type: 'AWS::EC2::SecurityGroupEgress', attribute: 'Description', expect: isPresent() },
    { type: 'aws_redshift_security_group', attribute: 'description', expect: isDescribed },
    { type: 'AWS::Redshift::ClusterSecurityGroup', attribute: 'Description', expect: isPresent() },
    { type: 'AWS::RDS::DBSecurityGroup', attribute: 'GroupDescription', expect: isPresent() },
    { type: 'AWS::ElastiCache::SecurityGroup', attribute: 'Description', expect: isPresent() },
    { type: 'aws_elasticache_security_group', attribute: 'description', expect: isDescribed },
    { type: 'nifcloud_security_group', attribute: 'description', expect: isDescribed },
    { type: 'nifcloud_security_group_rule', attribute: 'description', expect: isDescribed },
    { type: 'nifcloud_db_security_group', attribute: 'description', expect: isDescribed },
    { type: 'nifcloud_nas_security_group', attribute: 'description', expect: isDescribed },
  ],
});
