import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, oneOf } from './model/expectation.ts';

export const awsS3Versioning = defineAttributeRule({
  id: 'aws-s3-versioning',
  title: 'Bucket without versioning',
  concern: 'backup',
  fix: 'Enable versioning.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute: 'versioning.enabled',
      expect: isTrue,
      elsewhere: [{ type: 'aws_s3_bucket_versioning', link: 'bucket' }],
    },
    {
      type: 'aws_s3_bucket_versioning',
      attribute: 'versioning_configuration.status',
      expect: oneOf(['Enabled'], 'Suspended'),
    },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'VersioningConfiguration.Status',
      expect: oneOf(['Enabled'], 'Suspended'),
    },
  ],
});
