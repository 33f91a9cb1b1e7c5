import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const oracleInstanceMonitoring = defineAttributeRule({
  id: 'oracle-instance-monitoring',
  title: 'Instance without monitoring',
  concern: 'logging',
  severity: 'low',
  fix: 'Leave it on.',
  references: ['https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_instance'],
  checks: [{ type: 'oci_core_instance', attribute: 'agent_config.is_monitoring_disabled', expect: notTrue }],
});
