import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsTimestreamKey = defineAttributeRule({
  id: 'aws-timestream-key',
  title: 'Timestream database without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/timestreamwrite_database',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-timestream-database.html',
  ],
  checks: [
    { type: 'aws_timestreamwrite_database', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::Timestream::Database', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
