import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsEbsCustomerKey = defineAttributeRule({
  id: 'aws-ebs-customer-key',
  title: 'EBS volume without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
  ],
  checks: [
    { type: 'aws_ebs_volume', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::EC2::Volume', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
