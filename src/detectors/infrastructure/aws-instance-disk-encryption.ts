import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsInstanceDiskEncryption = defineAttributeRule({
  id: 'aws-instance-disk-encryption',
  title: 'Instance disk without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `encrypted` on root and further block devices.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration',
  ],
  checks: [
    { type: 'aws_instance', attribute: 'root_block_device.encrypted', expect: isTrue },
    { type: 'aws_instance', within: 'ebs_block_device', attribute: 'encrypted', expect: isTrue },
    { type: 'aws_launch_configuration', attribute: 'root_block_device.encrypted', expect: isTrue },
    { type: 'aws_launch_configuration', within: 'ebs_block_device', attribute: 'encrypted', expect: isTrue },
    {
      type: 'aws_launch_template',
      within: 'block_device_mappings.ebs',
      attribute: 'encrypted',
      expect: isTrue,
    },
    { type: 'AWS::EC2::Instance', within: 'BlockDeviceMappings.Ebs', attribute: 'Encrypted', expect: isTrue },
    {
      type: 'AWS::AutoScaling::LaunchConfiguration',
      within: 'BlockDeviceMappings.Ebs',
      attribute: 'Encrypted',
      expect: isTrue,
    },
    {
      type: 'AWS::EC2::LaunchTemplate',
      within: 'LaunchTemplateData.BlockDeviceMappings.Ebs',
      attribute: 'Encrypted',
      expect: isTrue,
    },
  ],
});
