import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsCloudtrailCustomerKey = defineAttributeRule({
  id: 'aws-cloudtrail-customer-key',
  title: 'Trail without a customer key',
  concern: 'customer-key',
  severity: 'medium',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  checks: [
    { type: 'aws_cloudtrail', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::CloudTrail::Trail', attribute: 'KMSKeyId', expect: isPresent('alias/data') },
  ],
});
