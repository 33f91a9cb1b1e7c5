import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsAlarmActions = defineAttributeRule({
  id: 'aws-alarm-actions',
  title: 'Alarm whose actions are off',
  concern: 'logging',
  fix: 'Leave `actions_enabled` at true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
  ],
  checks: [
    { type: 'aws_cloudwatch_metric_alarm', attribute: 'actions_enabled', expect: notFalse },
    { type: 'AWS::CloudWatch::Alarm', attribute: 'ActionsEnabled', expect: notFalse },
  ],
});
