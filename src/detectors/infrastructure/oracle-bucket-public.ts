import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const oracleBucketPublic = defineAttributeRule({
  id: 'oracle-bucket-public',
  title: 'Oracle bucket open to everybody',
  concern: 'public-exposure',
  fix: 'Set `access_type` to NoPublicAccess.',
  references: [
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/objectstorage_bucket',
  ],
  checks: [
    {
      type: 'oci_objectstorage_bucket',
      attribute: 'access_type',
      expect: noneOf(['ObjectRead', 'ObjectReadWithoutList'], 'NoPublicAccess'),
    },
  ],
});
