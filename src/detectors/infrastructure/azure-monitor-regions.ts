import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, isPresent } from './model/expectation.ts';

export const azureMonitorRegions = defineAttributeRule({
  id: 'azure-monitor-regions',
  title: 'Activity log without all regions',
  concern: 'logging',
  fix: 'List every region and `global` in `locations`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_log_profile',
  ],
  checks: [
    {
      type: 'azurerm_monitor_log_profile',
      attribute: 'locations',
      expect: contains(
        /^global$/,
        ['global', 'westeurope', 'northeurope', 'eastus', 'westus2', 'francecentral', 'uksouth'],
        ['westeurope'],
      ),
    },
    {
      type: 'azurerm_monitor_log_profile',
      attribute: 'locations',
      expect: {
        ...isPresent([
          'global',
          'westeurope',
          'northeurope',
          'eastus',
          'westus2',
          'francecentral',
          'uksouth',
        ]),
        isBroken: value => value.kind === 'list' && value.items.length < 6,
      },
    },
  ],
});
