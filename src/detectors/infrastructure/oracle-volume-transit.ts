import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const oracleVolumeTransit = defineAttributeRule({
  id: 'oracle-volume-transit',
  title: 'Instance whose volumes are attached unencrypted',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `is_pv_encryption_in_transit_enabled`.',
  references: ['https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_instance'],
  checks: [
    {
      type: 'oci_core_instance',
      attribute: 'launch_options.is_pv_encryption_in_transit_enabled',
      expect: isTrue,
    },
  ],
});
