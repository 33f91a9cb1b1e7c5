import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsS3CustomerKey = defineAttributeRule({
  id: 'aws-s3-customer-key',
  title: 'Bucket without a customer key',
  concern: 'customer-key',
  fix: 'Set `sse_algorithm` to aws:kms and a `kms_master_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute:
        'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id',
      expect: isPresent('alias/data'),
      elsewhere: [
        {
          type: 'aws_s3_bucket_server_side_encryption_configuration',
          link: 'bucket',
          attribute: 'rule.apply_server_side_encryption_by_default.kms_master_key_id',
        },
      ],
    },
    {
      type: 'AWS::S3::Bucket',
      attribute:
        'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID',
      expect: isPresent('alias/data'),
    },
  ],
});
