import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsSubnetPublicIp = defineAttributeRule({
  id: 'aws-subnet-public-ip',
  title: 'Subnet that gives every instance a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `map_public_ip_on_launch` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_subnet',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration',
  ],
  checks: [
    { type: 'aws_subnet', attribute: 'map_public_ip_on_launch', expect: notTrue },
    { type: 'aws_default_subnet', attribute: 'map_public_ip_on_launch', expect: notTrue },
    { type: 'AWS::EC2::Subnet', attribute: 'MapPublicIpOnLaunch', expect: notTrue },
    { type: 'aws_launch_configuration', attribute: 'associate_public_ip_address', expect: notTrue },
    {
      type: 'aws_launch_template',
      attribute: 'network_interfaces.associate_public_ip_address',
      expect: notTrue,
    },
  ],
});
