import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsInstanceMonitoring = defineAttributeRule({
  id: 'aws-instance-monitoring',
  title: 'Instance without detailed monitoring',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `monitoring`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
  ],
  checks: [
    { type: 'aws_instance', attribute: 'monitoring', expect: isTrue },
    { type: 'aws_launch_template', attribute: 'monitoring.enabled', expect: isTrue },
    { type: 'aws_launch_configuration', attribute: 'enable_monitoring', expect: notFalse },
    { type: 'AWS::EC2::Instance', attribute: 'Monitoring', expect: isTrue },
  ],
});
