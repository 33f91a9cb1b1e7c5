import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureSecurityContactPhone = defineAttributeRule({
  id: 'azure-security-contact-phone',
  title: 'Security contact without a telephone number',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `phone`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact',
  ],
  checks: [
    { type: 'azurerm_security_center_contact', attribute: 'phone', expect: isPresent('+49-30-1234567') },
    {
      type: 'azurerm_security_center_contact',
      attribute: 'email',
      expect: isPresent('security@example.com'),
    },
  ],
});
