import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const oracleLegacyMetadata = defineAttributeRule({
  id: 'oracle-legacy-metadata',
  title: 'Instance that answers the old metadata service',
  concern: 'hardening',
  fix: 'Set `are_legacy_imds_endpoints_disabled`.',
  references: ['https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_instance'],
  checks: [
    {
      type: 'oci_core_instance',
      attribute: 'instance_options.are_legacy_imds_endpoints_disabled',
      expect: isTrue,
    },
  ],
});
