import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const azureDefenderTier = defineAttributeRule({
  id: 'azure-defender-tier',
  title: 'Defender in the free tier',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `tier` to Standard.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_subscription_pricing',
  ],
  checks: [
    {
      type: 'azurerm_security_center_subscription_pricing',
      attribute: 'tier',
      expect: oneOf(['Standard'], 'Free'),
    },
  ],
});
