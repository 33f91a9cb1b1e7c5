import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsRdsMonitoring = defineAttributeRule({
  id: 'aws-rds-monitoring',
  title: 'Database without enhanced monitoring',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `monitoring_interval` to 60 or less, but not 0.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'monitoring_interval', expect: atLeast(1) },
    { type: 'aws_rds_cluster_instance', attribute: 'monitoring_interval', expect: atLeast(1) },
    { type: 'AWS::RDS::DBInstance', attribute: 'MonitoringInterval', expect: atLeast(1) },
  ],
});
