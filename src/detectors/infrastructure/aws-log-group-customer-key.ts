import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsLogGroupCustomerKey = defineAttributeRule({
  id: 'aws-log-group-customer-key',
  title: 'Log group without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  ],
  checks: [
    { type: 'aws_cloudwatch_log_group', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::Logs::LogGroup', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
