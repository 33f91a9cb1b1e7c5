import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const azureMonitorCategories = defineAttributeRule({
  id: 'azure-monitor-categories',
  title: 'Activity log without all categories',
  concern: 'logging',
  fix: 'List Action, Write and Delete.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_log_profile',
  ],
  checks: [
    {
      type: 'azurerm_monitor_log_profile',
      attribute: 'categories',
      expect: contains(/^action$/, ['Action', 'Delete', 'Write'], []),
    },
    {
      type: 'azurerm_monitor_log_profile',
      attribute: 'categories',
      expect: contains(/^write$/, ['Action', 'Delete', 'Write'], []),
    },
    {
      type: 'azurerm_monitor_log_profile',
      attribute: 'categories',
      expect: contains(/^delete$/, ['Action', 'Delete', 'Write'], []),
    },
  ],
});
