import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsRdsPerformanceInsights = defineAttributeRule({
  id: 'aws-rds-performance-insights',
  title: 'RDS instance without performance insights',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `performance_insights_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'performance_insights_enabled', expect: isTrue },
    { type: 'aws_rds_cluster_instance', attribute: 'performance_insights_enabled', expect: isTrue },
    { type: 'AWS::RDS::DBInstance', attribute: 'EnablePerformanceInsights', expect: isTrue },
  ],
});
