import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsCloudtrailLogValidation = defineAttributeRule({
  id: 'aws-cloudtrail-log-validation',
  title: 'Trail without log file validation',
  concern: 'logging',
  fix: 'Set `enable_log_file_validation` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  checks: [
    { type: 'aws_cloudtrail', attribute: 'enable_log_file_validation', expect: isTrue },
    { type: 'AWS::CloudTrail::Trail', attribute: 'EnableLogFileValidation', expect: isTrue },
  ],
});
