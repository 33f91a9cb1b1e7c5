import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf } from './model/expectation.ts';

export const azureSpringNetwork = defineAttributeRule({
  id: 'azure-spring-network',
  title: 'Spring service outside your own network',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `network.app_subnet_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_service',
  ],
  checks: [
    {
      type: 'azurerm_spring_cloud_service',
      attribute: 'network.app_subnet_id',
      expect: isPresent('subnet'),
      when: { sku_name: noneOf(['B0'], 'S0') },
    },
  ],
});
