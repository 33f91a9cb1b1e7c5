import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsS3UnfinishedUploads = defineAttributeRule({
  id: 'aws-s3-unfinished-uploads',
  title: 'Bucket that keeps unfinished uploads for ever',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Add `abort_incomplete_multipart_upload`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration',
  ],
  checks: [
    {
      type: 'aws_s3_bucket_lifecycle_configuration',
      within: 'rule',
      attribute: 'abort_incomplete_multipart_upload.days_after_initiation',
      expect: isPresent(7),
    },
  ],
});
