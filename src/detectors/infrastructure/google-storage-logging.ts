import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleStorageLogging = defineAttributeRule({
  id: 'google-storage-logging',
  title: 'Bucket without access logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `logging.log_bucket`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [{ type: 'google_storage_bucket', attribute: 'logging.log_bucket', expect: isPresent() }],
});
