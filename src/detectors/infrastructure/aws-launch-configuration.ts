import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const awsLaunchConfiguration = defineAttributeRule({
  id: 'aws-launch-configuration',
  title: 'Group that still uses a launch configuration',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Use a launch template.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
  ],
  checks: [
    { type: 'aws_autoscaling_group', attribute: 'launch_configuration', expect: isUnset() },
    { type: 'AWS::AutoScaling::AutoScalingGroup', attribute: 'LaunchConfigurationName', expect: isUnset() },
  ],
});
