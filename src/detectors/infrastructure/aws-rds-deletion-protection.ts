import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsRdsDeletionProtection = defineAttributeRule({
  id: 'aws-rds-deletion-protection',
  title: 'RDS database without deletion protection',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `deletion_protection` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'deletion_protection', expect: isTrue },
    { type: 'aws_rds_cluster', attribute: 'deletion_protection', expect: isTrue },
    { type: 'AWS::RDS::DBInstance', attribute: 'DeletionProtection', expect: isTrue },
    { type: 'AWS::RDS::DBCluster', attribute: 'DeletionProtection', expect: isTrue },
  ],
});
