import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const oracleCustomerKey = defineAttributeRule({
  id: 'oracle-customer-key',
  title: 'Oracle storage without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/objectstorage_bucket',
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_volume',
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_boot_volume',
  ],
  checks: [
    { type: 'oci_objectstorage_bucket', attribute: 'kms_key_id', expect: isPresent('ocid1.key') },
    { type: 'oci_core_volume', attribute: 'kms_key_id', expect: isPresent('ocid1.key') },
    { type: 'oci_core_boot_volume', attribute: 'kms_key_id', expect: isPresent('ocid1.key') },
    { type: 'oci_file_storage_file_system', attribute: 'kms_key_id', expect: isPresent('ocid1.key') },
  ],
});
