import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureSecurityContactAlerts = defineAttributeRule({
  id: 'azure-security-contact-alerts',
  title: 'Security contact that gets no alerts',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `alert_notifications` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact',
  ],
  checks: [{ type: 'azurerm_security_center_contact', attribute: 'alert_notifications', expect: isTrue }],
});
