import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, setNotWorld } from './model/expectation.ts';

export const awsLightsailOpenPort = defineAttributeRule({
  id: 'aws-lightsail-open-port',
  title: 'Lightsail port open to the internet',
  concern: 'open-network',
  fix: 'Name the networks in `cidrs`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_instance_public_ports',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lightsail-instance.html',
  ],
  checks: [
    {
      type: 'aws_lightsail_instance_public_ports',
      within: 'port_info',
      attribute: 'cidrs',
      expect: setNotWorld,
    },
    { type: 'AWS::Lightsail::Instance', within: 'Networking.Ports', attribute: 'Cidrs', expect: notWorld },
  ],
});
