import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsSnsEncryption = defineAttributeRule({
  id: 'aws-sns-encryption',
  title: 'SNS topic without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `kms_master_key_id` to a key of your own.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html',
  ],
  checks: [
    { type: 'aws_sns_topic', attribute: 'kms_master_key_id', expect: isPresent('alias/topic') },
    { type: 'AWS::SNS::Topic', attribute: 'KmsMasterKeyId', expect: isPresent('alias/topic') },
  ],
});
