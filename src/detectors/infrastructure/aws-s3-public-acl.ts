import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsS3PublicAcl = defineAttributeRule({
  id: 'aws-s3-public-acl',
  title: 'Bucket with a public ACL',
  concern: 'public-exposure',
  fix: 'Set `acl` to private.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write', 'website', 'authenticated-read'], 'private'),
    },
    {
      type: 'aws_s3_bucket_acl',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write', 'website', 'authenticated-read'], 'private'),
    },
    {
      type: 'aws_s3_object',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write', 'authenticated-read'], 'private'),
    },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'AccessControl',
      expect: noneOf(['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'], 'Private'),
    },
  ],
});
