import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsInstancePublicIp = defineAttributeRule({
  id: 'aws-instance-public-ip',
  title: 'Instance or subnet that gets public addresses',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `associate_public_ip_address` or `map_public_ip_on_launch` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
  ],
  checks: [
    { type: 'aws_subnet', attribute: 'map_public_ip_on_launch', expect: notTrue },
    { type: 'aws_instance', attribute: 'associate_public_ip_address', expect: notTrue },
    { type: 'aws_launch_configuration', attribute: 'associate_public_ip_address', expect: notTrue },
    {
      type: 'aws_launch_template',
      attribute: 'network_interfaces.associate_public_ip_address',
      expect: notTrue,
    },
    { type: 'AWS::EC2::Subnet', attribute: 'MapPublicIpOnLaunch', expect: notTrue },
    { type: 'AWS::EC2::Instance', attribute: 'NetworkInterfaces.AssociatePublicIpAddress', expect: notTrue },
    { type: 'AWS::AutoScaling::LaunchConfiguration', attribute: 'AssociatePublicIpAddress', expect: notTrue },
    {
      type: 'aws_autoscaling_launch_configuration',
      attribute: 'associate_public_ip_address',
      expect: notTrue,
    },
  ],
});
