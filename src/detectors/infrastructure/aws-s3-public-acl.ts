import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

const noGroup = noneOf(
  [
    'http://acs.amazonaws.com/groups/global/AllUsers',
    'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  ],
  'http://acs.amazonaws.com/groups/s3/LogDelivery',
);

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
    { type: 'aws_s3_bucket_acl', attribute: 'access_control_policy.grant.grantee.uri', expect: noGroup },
    { type: 'aws_s3_bucket', attribute: 'grant.uri', expect: noGroup },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'AccessControl',
      expect: noneOf(['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'], 'Private'),
    },
  ],
});
