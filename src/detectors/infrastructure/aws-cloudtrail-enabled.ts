import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsCloudtrailEnabled = defineAttributeRule({
  id: 'aws-cloudtrail-enabled',
  title: 'Trail that is switched off',
  concern: 'logging',
  severity: 'high',
  fix: 'Set `enable_logging` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  checks: [
    { type: 'aws_cloudtrail', attribute: 'enable_logging', expect: notFalse },
    { type: 'AWS::CloudTrail::Trail', attribute: 'IsLogging', expect: notFalse },
  ],
});
