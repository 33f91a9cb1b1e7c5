import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isTrue } from './model/expectation.ts';

export const awsRdsPerformanceInsightsKey = defineAttributeRule({
  id: 'aws-rds-performance-insights-key',
  title: 'RDS performance insights without a customer key',
  concern: 'customer-key',
  fix: 'Set `performance_insights_kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'performance_insights_kms_key_id',
      expect: isPresent('alias/data'),
      when: { performance_insights_enabled: isTrue },
    },
    {
      type: 'aws_rds_cluster_instance',
      attribute: 'performance_insights_kms_key_id',
      expect: isPresent('alias/data'),
      when: { performance_insights_enabled: isTrue },
    },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'PerformanceInsightsKMSKeyId',
      expect: isPresent('alias/data'),
      when: { EnablePerformanceInsights: isTrue },
    },
  ],
});
