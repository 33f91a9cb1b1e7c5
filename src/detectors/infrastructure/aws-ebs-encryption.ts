import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsEbsEncryption = defineAttributeRule({
  id: 'aws-ebs-encryption',
  title: 'EBS volume without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
  ],
  checks: [
    { type: 'aws_ebs_volume', attribute: 'encrypted', expect: isTrue },
    { type: 'AWS::EC2::Volume', attribute: 'Encrypted', expect: isTrue },
    { type: 'aws_ebs_encryption_by_default', attribute: 'enabled', expect: notFalse },
    { type: 'aws_ebs_snapshot_copy', attribute: 'encrypted', expect: isTrue },
    { type: 'aws_ami', within: 'ebs_block_device', attribute: 'encrypted', expect: isTrue },
  ],
});
