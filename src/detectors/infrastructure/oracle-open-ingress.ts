import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const oracleOpenIngress = defineAttributeRule({
  id: 'oracle-open-ingress',
  title: 'Oracle security list open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_security_list',
    'https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_network_security_group_security_rule',
  ],
  checks: [
    {
      type: 'oci_core_security_list',
      within: 'ingress_security_rules',
      attribute: 'source',
      expect: notWorld,
    },
    {
      type: 'oci_core_network_security_group_security_rule',
      attribute: 'source',
      expect: notWorld,
      when: { direction: oneOf(['INGRESS'], 'EGRESS') },
    },
  ],
});
