import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsNetworkFirewallProtection = defineAttributeRule({
  id: 'aws-network-firewall-protection',
  title: 'Network firewall that can be deleted by mistake',
  concern: 'availability',
  fix: 'Set `delete_protection`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html',
  ],
  checks: [
    { type: 'aws_networkfirewall_firewall', attribute: 'delete_protection', expect: isTrue },
    { type: 'AWS::NetworkFirewall::Firewall', attribute: 'DeleteProtection', expect: isTrue },
  ],
});
