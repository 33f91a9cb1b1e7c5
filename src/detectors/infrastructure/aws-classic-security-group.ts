import { defineForbiddenResourceRule } from './define-forbidden-resource-rule.ts';

export const awsClassicSecurityGroup = defineForbiddenResourceRule({
  id: 'aws-classic-security-group',
  title: 'Security group of the classic network',
  concern: 'hardening',
  fix: 'Use a VPC security group.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_security_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsecuritygroup.html',
  ],
  types: [
    'aws_db_security_group',
    'AWS::RDS::DBSecurityGroup',
    'aws_elasticache_security_group',
    'AWS::ElastiCache::SecurityGroup',
  ],
  instead: 'aws_security_group',
});
