import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsSnsCustomerKey = defineAttributeRule({
  id: 'aws-sns-customer-key',
  title: 'SNS topic without a customer key',
  concern: 'customer-key',
  fix: 'Use a key of your own instead of alias/aws/sns.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html',
  ],
  checks: [
    {
      type: 'aws_sns_topic',
      attribute: 'kms_master_key_id',
      expect: notMatching(/alias\/aws\/sns/, 'alias/topic', 'alias/aws/sns'),
    },
    {
      type: 'AWS::SNS::Topic',
      attribute: 'KmsMasterKeyId',
      expect: notMatching(/alias\/aws\/sns/, 'alias/topic', 'alias/aws/sns'),
    },
  ],
});
