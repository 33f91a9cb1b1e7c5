import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notTrue } from './model/expectation.ts';

export const awsSqsEncryption = defineAttributeRule({
  id: 'aws-sqs-encryption',
  title: 'SQS queue without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `sqs_managed_sse_enabled` to true or `kms_master_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
  ],
  checks: [
    {
      type: 'aws_sqs_queue',
      attribute: 'kms_master_key_id',
      expect: isPresent('alias/queue'),
      when: { sqs_managed_sse_enabled: notTrue },
    },
    {
      type: 'AWS::SQS::Queue',
      attribute: 'KmsMasterKeyId',
      expect: isPresent('alias/queue'),
      when: { SqsManagedSseEnabled: notTrue },
    },
  ],
});
