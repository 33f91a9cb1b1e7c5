import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsInstanceProfile = defineAttributeRule({
  id: 'aws-instance-profile',
  title: 'Instance without a role',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `iam_instance_profile`, so that no keys are left on the machine.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
  ],
  checks: [
    { type: 'aws_instance', attribute: 'iam_instance_profile', expect: isPresent('web') },
    { type: 'AWS::EC2::Instance', attribute: 'IamInstanceProfile', expect: isPresent('web') },
  ],
});
