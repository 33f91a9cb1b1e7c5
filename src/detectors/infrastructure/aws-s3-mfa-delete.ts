import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsS3MfaDelete = defineAttributeRule({
  id: 'aws-s3-mfa-delete',
  title: 'Bucket whose versions can be deleted without MFA',
  concern: 'backup',
  severity: 'info',
  fix: 'Set `mfa_delete` to Enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning',
  ],
  checks: [
    {
      type: 'aws_s3_bucket_versioning',
      attribute: 'versioning_configuration.mfa_delete',
      expect: oneOf(['Enabled'], 'Disabled'),
    },
  ],
});
