import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleBigqueryKey = defineAttributeRule({
  id: 'google-bigquery-key',
  title: 'BigQuery dataset without a customer key',
  concern: 'customer-key',
  fix: 'Set `default_encryption_configuration.kms_key_name`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset',
  ],
  checks: [
    {
      type: 'google_bigquery_dataset',
      attribute: 'default_encryption_configuration.kms_key_name',
      expect: isPresent('example-key'),
    },
  ],
});
