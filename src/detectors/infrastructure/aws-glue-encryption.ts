import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsGlueEncryption = defineAttributeRule({
  id: 'aws-glue-encryption',
  title: 'Glue data that is not encrypted',
  concern: 'encryption-at-rest',
  fix: 'Encrypt S3, logs and bookmarks with a KMS key.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_security_configuration',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_data_catalog_encryption_settings',
  ],
  checks: [
    {
      type: 'aws_glue_security_configuration',
      attribute: 'encryption_configuration.s3_encryption.s3_encryption_mode',
      expect: noneOf(['disabled'], 'SSE-KMS'),
    },
    {
      type: 'aws_glue_security_configuration',
      attribute: 'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode',
      expect: noneOf(['disabled'], 'SSE-KMS'),
    },
    {
      type: 'aws_glue_security_configuration',
      attribute: 'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
      expect: noneOf(['disabled'], 'CSE-KMS'),
    },
    {
      type: 'aws_glue_data_catalog_encryption_settings',
      attribute: 'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
      expect: noneOf(['disabled'], 'SSE-KMS'),
    },
  ],
});
