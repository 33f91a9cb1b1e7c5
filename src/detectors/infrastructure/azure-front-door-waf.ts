import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureFrontDoorWaf = defineAttributeRule({
  id: 'azure-front-door-waf',
  title: 'Front door without a web firewall',
  concern: 'hardening',
  fix: 'Link a firewall policy.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/frontdoor'],
  checks: [
    {
      type: 'azurerm_frontdoor',
      within: 'frontend_endpoint',
      attribute: 'web_application_firewall_policy_link_id',
      expect: isPresent('policy'),
    },
  ],
});
