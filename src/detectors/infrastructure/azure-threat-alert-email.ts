import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureThreatAlertEmail = defineAttributeRule({
  id: 'azure-threat-alert-email',
  title: 'Threat alerts that nobody receives',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `email_addresses`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy',
  ],
  checks: [
    {
      type: 'azurerm_mssql_server_security_alert_policy',
      attribute: 'email_addresses',
      expect: isPresent(['security@example.com']),
    },
  ],
});
