import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isTrue } from './model/expectation.ts';

export const awsDynamodbCustomerKey = defineAttributeRule({
  id: 'aws-dynamodb-customer-key',
  title: 'DynamoDB table without a customer key',
  concern: 'customer-key',
  fix: 'Set `server_side_encryption.kms_key_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
  ],
  checks: [
    {
      type: 'aws_dynamodb_table',
      attribute: 'server_side_encryption.kms_key_arn',
      expect: isPresent('alias/data'),
    },
    {
      type: 'AWS::DynamoDB::Table',
      attribute: 'SSESpecification.KMSMasterKeyId',
      expect: isPresent('alias/data'),
    },
    { type: 'AWS::Serverless::SimpleTable', attribute: 'SSESpecification.SSEEnabled', expect: isTrue },
  ],
});
