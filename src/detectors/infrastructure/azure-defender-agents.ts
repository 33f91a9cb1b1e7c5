import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureDefenderAgents = defineAttributeRule({
  id: 'azure-defender-agents',
  title: 'Subscription that does not set up its agents',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `auto_provision` to On.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_auto_provisioning',
  ],
  checks: [
    {
      type: 'azurerm_security_center_auto_provisioning',
      attribute: 'auto_provision',
      expect: noneOf(['Off'], 'On'),
    },
  ],
});
