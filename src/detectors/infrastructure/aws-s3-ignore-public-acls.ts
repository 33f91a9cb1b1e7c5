import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsS3IgnorePublicAcls = defineAttributeRule({
  id: 'aws-s3-ignore-public-acls',
  title: 'Bucket that does not ignore public ACLs',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `ignore_public_acls` to true in a public access block.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_account_public_access_block',
  ],
  checks: [
    { type: 'aws_s3_bucket_public_access_block', attribute: 'ignore_public_acls', expect: isTrue },
    { type: 'aws_s3_account_public_access_block', attribute: 'ignore_public_acls', expect: isTrue },
    { type: 'AWS::S3::Bucket', attribute: 'PublicAccessBlockConfiguration.IgnorePublicAcls', expect: isTrue },
    {
      type: 'aws_s3_access_point',
      within: 'public_access_block_configuration',
      attribute: 'ignore_public_acls',
      expect: isTrue,
    },
  ],
});
