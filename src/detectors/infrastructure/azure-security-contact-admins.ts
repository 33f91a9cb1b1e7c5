import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureSecurityContactAdmins = defineAttributeRule({
  id: 'azure-security-contact-admins',
  title: 'Security alerts not sent to the administrators',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `alerts_to_admins` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact',
  ],
  checks: [{ type: 'azurerm_security_center_contact', attribute: 'alerts_to_admins', expect: isTrue }],
});
