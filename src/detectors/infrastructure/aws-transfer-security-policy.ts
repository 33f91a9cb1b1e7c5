import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsTransferSecurityPolicy = defineAttributeRule({
  id: 'aws-transfer-security-policy',
  title: 'Transfer server with old algorithms',
  concern: 'weak-tls',
  fix: 'Use a current `security_policy_name`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-server.html',
  ],
  checks: [
    {
      type: 'aws_transfer_server',
      attribute: 'security_policy_name',
      expect: notMatching(
        /-(?:2018-11|2020-06)$/,
        'TransferSecurityPolicy-2024-01',
        'TransferSecurityPolicy-2018-11',
      ),
    },
    {
      type: 'AWS::Transfer::Server',
      attribute: 'SecurityPolicyName',
      expect: notMatching(
        /-(?:2018-11|2020-06)$/,
        'TransferSecurityPolicy-2024-01',
        'TransferSecurityPolicy-2018-11',
      ),
    },
  ],
});
