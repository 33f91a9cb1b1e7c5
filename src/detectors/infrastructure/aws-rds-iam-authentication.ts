import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isTrue } from './model/expectation.ts';

export const awsRdsIamAuthentication = defineAttributeRule({
  id: 'aws-rds-iam-authentication',
  title: 'RDS database without IAM authentication',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set `iam_database_authentication_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'iam_database_authentication_enabled',
      expect: isTrue,
      when: { engine: ifSetOneOf(['postgres', 'mysql', 'mariadb'], 'oracle-ee') },
    },
    { type: 'aws_rds_cluster', attribute: 'iam_database_authentication_enabled', expect: isTrue },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'EnableIAMDatabaseAuthentication',
      expect: isTrue,
      when: { Engine: ifSetOneOf(['postgres', 'mysql', 'mariadb'], 'oracle-ee') },
    },
    { type: 'AWS::RDS::DBCluster', attribute: 'EnableIAMDatabaseAuthentication', expect: isTrue },
  ],
});
