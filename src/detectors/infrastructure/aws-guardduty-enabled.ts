import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsGuarddutyEnabled = defineAttributeRule({
  id: 'aws-guardduty-enabled',
  title: 'GuardDuty switched off',
  concern: 'logging',
  fix: 'Set `enable` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/guardduty_detector',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-detector.html',
  ],
  checks: [
    { type: 'aws_guardduty_detector', attribute: 'enable', expect: notFalse },
    { type: 'AWS::GuardDuty::Detector', attribute: 'Enable', expect: notFalse },
  ],
});
