import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notWorld } from './model/expectation.ts';

export const azureVaultNetwork = defineAttributeRule({
  id: 'azure-vault-network',
  title: 'Vault or storage open to every network',
  concern: 'open-network',
  fix: 'Deny by default and name networks.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace',
  ],
  checks: [
    {
      type: 'azurerm_cognitive_account',
      attribute: 'network_acls.default_action',
      expect: noneOf(['allow'], 'Deny'),
    },
    {
      type: 'azurerm_container_registry',
      attribute: 'network_rule_set.default_action',
      expect: noneOf(['allow'], 'Deny'),
    },
    {
      type: 'azurerm_eventhub_namespace',
      attribute: 'network_rulesets.default_action',
      expect: noneOf(['allow'], 'Deny'),
    },
    {
      type: 'azurerm_servicebus_namespace',
      attribute: 'network_rule_set.default_action',
      expect: noneOf(['allow'], 'Deny'),
    },
    { type: 'azurerm_app_service', attribute: 'site_config.ip_restriction.ip_address', expect: notWorld },
  ],
});
