import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const oracleBucketVersioning = defineAttributeRule({
  id: 'oracle-bucket-versioning',
  title: 'Oracle bucket without versions',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `versioning` to Enabled.',
  references: [
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/objectstorage_bucket',
  ],
  checks: [
    { type: 'oci_objectstorage_bucket', attribute: 'versioning', expect: oneOf(['Enabled'], 'Disabled') },
  ],
});
