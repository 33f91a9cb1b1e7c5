import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, oneOf } from './model/expectation.ts';

export const awsS3ObjectOwnership = defineAttributeRule({
  id: 'aws-s3-object-ownership',
  title: 'Bucket in which access lists still count',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Set `object_ownership` to `BucketOwnerEnforced`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_ownership_controls',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    {
      type: 'aws_s3_bucket_ownership_controls',
      attribute: 'rule.object_ownership',
      expect: oneOf(['BucketOwnerEnforced'], 'ObjectWriter'),
    },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'OwnershipControls.Rules.ObjectOwnership',
      expect: ifSetOneOf(['BucketOwnerEnforced'], 'ObjectWriter'),
    },
  ],
});
