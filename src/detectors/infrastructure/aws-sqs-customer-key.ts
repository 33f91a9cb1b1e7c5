import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsSqsCustomerKey = defineAttributeRule({
  id: 'aws-sqs-customer-key',
  title: 'SQS queue without a customer key',
  concern: 'customer-key',
  fix: 'Use a key of your own instead of alias/aws/sqs.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
  ],
  checks: [
    {
      type: 'aws_sqs_queue',
      attribute: 'kms_master_key_id',
      expect: notMatching(/alias\/aws\/sqs/, 'alias/queue', 'alias/aws/sqs'),
    },
    {
      type: 'AWS::SQS::Queue',
      attribute: 'KmsMasterKeyId',
      expect: notMatching(/alias\/aws\/sqs/, 'alias/queue', 'alias/aws/sqs'),
    },
  ],
});
