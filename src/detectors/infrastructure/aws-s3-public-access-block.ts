import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsS3PublicAccessBlock = defineAttributeRule({
  id: 'aws-s3-public-access-block',
  title: 'Bucket without a public access block',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Add an `aws_s3_bucket_public_access_block` for the bucket.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute: 'public_access_block_configuration',
      expect: isPresent(),
      elsewhere: [{ type: 'aws_s3_bucket_public_access_block', link: 'bucket' }],
    },
    { type: 'AWS::S3::Bucket', attribute: 'PublicAccessBlockConfiguration', expect: isPresent() },
  ],
});
