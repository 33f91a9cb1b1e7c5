import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const azureWafOff = defineAttributeRule({
  id: 'azure-waf-off',
  title: 'Web firewall that only watches',
  concern: 'hardening',
  fix: 'Enable it in the mode Prevention.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/web_application_firewall_policy',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/frontdoor_firewall_policy',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_frontdoor_firewall_policy',
  ],
  checks: [
    {
      type: 'azurerm_web_application_firewall_policy',
      attribute: 'policy_settings.mode',
      expect: noneOf(['Detection'], 'Prevention'),
    },
    {
      type: 'azurerm_web_application_firewall_policy',
      attribute: 'policy_settings.enabled',
      expect: notFalse,
    },
    {
      type: 'azurerm_frontdoor_firewall_policy',
      attribute: 'mode',
      expect: noneOf(['Detection'], 'Prevention'),
    },
    { type: 'azurerm_frontdoor_firewall_policy', attribute: 'enabled', expect: notFalse },
    {
      type: 'azurerm_cdn_frontdoor_firewall_policy',
      attribute: 'mode',
      expect: noneOf(['Detection'], 'Prevention'),
    },
    { type: 'azurerm_cdn_frontdoor_firewall_policy', attribute: 'enabled', expect: notFalse },
    { type: 'azurerm_application_gateway', attribute: 'waf_configuration.enabled', expect: notFalse },
    {
      type: 'azurerm_application_gateway',
      attribute: 'waf_configuration.firewall_mode',
      expect: noneOf(['Detection'], 'Prevention'),
    },
    {
      type: 'azurerm_web_application_firewall_policy',
      attribute: 'policy_settings.request_body_check',
      expect: notFalse,
    },
  ],
});
