import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsS3RestrictPublicBuckets = defineAttributeRule({
  id: 'aws-s3-restrict-public-buckets',
  title: 'Bucket that does not restrict public policies',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `restrict_public_buckets` to true in a public access block.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_account_public_access_block',
  ],
  checks: [
    { type: 'aws_s3_bucket_public_access_block', attribute: 'restrict_public_buckets', expect: isTrue },
    { type: 'aws_s3_account_public_access_block', attribute: 'restrict_public_buckets', expect: isTrue },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
      expect: isTrue,
    },
    {
      type: 'aws_s3_access_point',
      within: 'public_access_block_configuration',
      attribute: 'restrict_public_buckets',
      expect: isTrue,
    },
  ],
});
