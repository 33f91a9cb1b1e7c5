import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isTrue, oneOf } from './model/expectation.ts';

export const awsKinesisEncryption = defineAttributeRule({
  id: 'aws-kinesis-encryption',
  title: 'Kinesis stream without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `encryption_type` to KMS.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html',
  ],
  checks: [
    { type: 'aws_kinesis_stream', attribute: 'encryption_type', expect: oneOf(['KMS'], 'NONE') },
    {
      type: 'AWS::Kinesis::Stream',
      attribute: 'StreamEncryption.EncryptionType',
      expect: oneOf(['KMS'], 'NONE'),
    },
    {
      type: 'aws_kinesis_firehose_delivery_stream',
      attribute: 'server_side_encryption.enabled',
      expect: isTrue,
      when: { kinesis_source_configuration: isAbsent() },
    },
  ],
});
