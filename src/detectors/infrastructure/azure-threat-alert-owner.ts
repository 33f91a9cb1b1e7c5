import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureThreatAlertOwner = defineAttributeRule({
  id: 'azure-threat-alert-owner',
  title: 'Threat alerts not sent to the administrators',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `email_account_admins` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy',
  ],
  checks: [
    { type: 'azurerm_mssql_server_security_alert_policy', attribute: 'email_account_admins', expect: isTrue },
  ],
});
