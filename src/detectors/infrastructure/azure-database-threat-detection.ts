import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf } from './model/expectation.ts';

export const azureDatabaseThreatDetection = defineAttributeRule({
  id: 'azure-database-threat-detection',
  title: 'Database without threat detection',
  concern: 'logging',
  severity: 'low',
  fix: 'Enable `threat_detection_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_server',
  ],
  checks: [
    { type: 'azurerm_postgresql_server', attribute: 'threat_detection_policy.enabled', expect: isTrue },
    { type: 'azurerm_mysql_server', attribute: 'threat_detection_policy.enabled', expect: isTrue },
    {
      type: 'azurerm_synapse_workspace_security_alert_policy',
      attribute: 'policy_state',
      expect: noneOf(['Disabled'], 'Enabled'),
    },
  ],
});
