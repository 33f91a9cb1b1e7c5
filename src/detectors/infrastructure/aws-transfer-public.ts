import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsTransferPublic = defineAttributeRule({
  id: 'aws-transfer-public',
  title: 'Transfer server with a public endpoint',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `endpoint_type` to VPC.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-server.html',
  ],
  checks: [
    {
      type: 'aws_transfer_server',
      attribute: 'endpoint_type',
      expect: oneOf(['VPC', 'VPC_ENDPOINT'], 'PUBLIC'),
    },
    {
      type: 'AWS::Transfer::Server',
      attribute: 'EndpointType',
      expect: oneOf(['VPC', 'VPC_ENDPOINT'], 'PUBLIC'),
    },
  ],
});
