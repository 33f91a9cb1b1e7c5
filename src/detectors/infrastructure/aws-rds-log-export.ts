import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsRdsLogExport = defineAttributeRule({
  id: 'aws-rds-log-export',
  title: 'RDS database without log export',
  concern: 'logging',
  severity: 'low',
  fix: 'List the engine’s logs in `enabled_cloudwatch_logs_exports`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'enabled_cloudwatch_logs_exports',
      expect: isPresent(['postgresql']),
    },
    {
      type: 'aws_rds_cluster',
      attribute: 'enabled_cloudwatch_logs_exports',
      expect: isPresent(['postgresql']),
    },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'EnableCloudwatchLogsExports',
      expect: isPresent(['postgresql']),
    },
  ],
});
