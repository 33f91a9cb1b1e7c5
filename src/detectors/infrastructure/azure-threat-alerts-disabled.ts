import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, noneOf } from './model/expectation.ts';

export const azureThreatAlertsDisabled = defineAttributeRule({
  id: 'azure-threat-alerts-disabled',
  title: 'Threat alerts switched off',
  concern: 'logging',
  fix: 'Empty `disabled_alerts`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy',
  ],
  checks: [
    {
      type: 'azurerm_mssql_server_security_alert_policy',
      attribute: 'disabled_alerts',
      expect: isAbsent(['Sql_Injection']),
    },
    {
      type: 'azurerm_mssql_server_security_alert_policy',
      attribute: 'state',
      expect: noneOf(['Disabled'], 'Enabled'),
    },
  ],
});
