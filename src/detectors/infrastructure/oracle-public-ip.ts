import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const oraclePublicIp = defineAttributeRule({
  id: 'oracle-public-ip',
  title: 'Oracle address from the public pool',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Use a private pool.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/opc/latest/docs/resources/compute_ip_address_reservation',
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_instance',
  ],
  checks: [
    {
      type: 'opc_compute_ip_address_reservation',
      attribute: 'ip_address_pool',
      expect: noneOf(['public-ippool'], 'cloud-ippool'),
    },
    { type: 'oci_core_instance', attribute: 'create_vnic_details.assign_public_ip', expect: notTrue },
  ],
});
