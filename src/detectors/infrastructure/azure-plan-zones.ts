import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, isTrue } from './model/expectation.ts';

export const azurePlanZones = defineAttributeRule({
  id: 'azure-plan-zones',
  title: 'Plan that runs in one zone',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `zone_balancing_enabled` and at least two workers.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_plan',
  ],
  checks: [
    { type: 'azurerm_service_plan', attribute: 'zone_balancing_enabled', expect: isTrue },
    { type: 'azurerm_service_plan', attribute: 'worker_count', expect: ifSetAtLeast(2) },
  ],
});
