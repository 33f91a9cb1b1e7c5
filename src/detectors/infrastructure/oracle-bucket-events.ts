import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const oracleBucketEvents = defineAttributeRule({
  id: 'oracle-bucket-events',
  title: 'Oracle bucket without events',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `object_events_enabled`.',
  references: [
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/objectstorage_bucket',
  ],
  checks: [{ type: 'oci_objectstorage_bucket', attribute: 'object_events_enabled', expect: isTrue }],
});
