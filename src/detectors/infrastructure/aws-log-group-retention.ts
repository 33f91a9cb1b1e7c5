import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsLogGroupRetention = defineAttributeRule({
  id: 'aws-log-group-retention',
  title: 'Log group kept for less than a year or for an unset time',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `retention_in_days`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  ],
  checks: [
    { type: 'aws_cloudwatch_log_group', attribute: 'retention_in_days', expect: atLeast(90) },
    { type: 'AWS::Logs::LogGroup', attribute: 'RetentionInDays', expect: atLeast(90) },
  ],
});
