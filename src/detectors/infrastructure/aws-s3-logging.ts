import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf } from './model/expectation.ts';

export const awsS3Logging = defineAttributeRule({
  id: 'aws-s3-logging',
  title: 'Bucket without access logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Add an `aws_s3_bucket_logging` for the bucket.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute: 'logging.target_bucket',
      expect: isPresent(),
      when: { acl: noneOf(['log-delivery-write'], 'private') },
      elsewhere: [
        { type: 'aws_s3_bucket_logging', link: 'bucket' },
        { type: 'aws_s3_bucket', link: 'logging.target_bucket' },
        { type: 'aws_s3_bucket_logging', link: 'target_bucket' },
      ],
    },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'LoggingConfiguration',
      expect: isPresent(),
      when: { AccessControl: noneOf(['LogDeliveryWrite'], 'Private') },
    },
  ],
});
