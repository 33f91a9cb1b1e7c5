import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const awsNetworkAclAllProtocols = defineAttributeRule({
  id: 'aws-network-acl-all-protocols',
  title: 'Network ACL rule for all protocols',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Name the protocol and ports.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html',
  ],
  checks: [
    {
      type: 'aws_network_acl_rule',
      attribute: 'protocol',
      expect: noneOf(['-1', 'all'], 'tcp'),
      when: { rule_action: oneOf(['allow'], 'deny') },
    },
    {
      type: 'AWS::EC2::NetworkAclEntry',
      attribute: 'Protocol',
      expect: noneOf(['-1', 'all'], '6'),
      when: { RuleAction: oneOf(['allow'], 'deny') },
    },
  ],
});
