import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsGlueConnectionPassword = defineAttributeRule({
  id: 'aws-glue-connection-password',
  title: 'Glue catalogue whose passwords are not encrypted',
  concern: 'encryption-at-rest',
  fix: 'Set `return_connection_password_encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_data_catalog_encryption_settings',
  ],
  checks: [
    {
      type: 'aws_glue_data_catalog_encryption_settings',
      attribute:
        'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted',
      expect: isTrue,
    },
  ],
});
