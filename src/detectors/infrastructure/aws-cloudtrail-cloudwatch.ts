import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsCloudtrailCloudwatch = defineAttributeRule({
  id: 'aws-cloudtrail-cloudwatch',
  title: 'Trail that is not sent to CloudWatch',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `cloud_watch_logs_group_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  checks: [
    { type: 'aws_cloudtrail', attribute: 'cloud_watch_logs_group_arn', expect: isPresent() },
    { type: 'AWS::CloudTrail::Trail', attribute: 'CloudWatchLogsLogGroupArn', expect: isPresent() },
  ],
});
