import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsClientVpnLog = defineAttributeRule({
  id: 'aws-client-vpn-log',
  title: 'VPN endpoint without a log of connections',
  concern: 'logging',
  fix: 'Enable `connection_log_options`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_endpoint',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html',
  ],
  checks: [
    { type: 'aws_ec2_client_vpn_endpoint', attribute: 'connection_log_options.enabled', expect: isTrue },
    { type: 'AWS::EC2::ClientVpnEndpoint', attribute: 'ConnectionLogOptions.Enabled', expect: isTrue },
  ],
});
