import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsS3ObjectLock = defineAttributeRule({
  id: 'aws-s3-object-lock',
  title: 'Bucket whose objects can be overwritten by whoever may write',
  concern: 'backup',
  severity: 'info',
  fix: 'Set `object_lock_enabled` where the data must stay.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    { type: 'aws_s3_bucket', attribute: 'object_lock_enabled', expect: notFalse },
    { type: 'AWS::S3::Bucket', attribute: 'ObjectLockEnabled', expect: notFalse },
  ],
});
