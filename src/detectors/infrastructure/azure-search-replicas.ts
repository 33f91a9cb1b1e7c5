import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const azureSearchReplicas = defineAttributeRule({
  id: 'azure-search-replicas',
  title: 'Search service without enough replicas for its promised availability',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `replica_count` to three.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service',
  ],
  checks: [{ type: 'azurerm_search_service', attribute: 'replica_count', expect: atLeast(3) }],
});
