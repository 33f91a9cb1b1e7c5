import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsS3Encryption = defineAttributeRule({
  id: 'aws-s3-encryption',
  title: 'Bucket without encryption configuration',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Add a server-side encryption configuration.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute:
        'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm',
      expect: isPresent('aws:kms'),
      elsewhere: [{ type: 'aws_s3_bucket_server_side_encryption_configuration', link: 'bucket' }],
    },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'BucketEncryption.ServerSideEncryptionConfiguration',
      expect: isPresent(),
    },
  ],
});
