import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureDatabricksPublicNodes = defineAttributeRule({
  id: 'azure-databricks-public-nodes',
  title: 'Databricks nodes with public addresses',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `no_public_ip`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace',
  ],
  checks: [
    { type: 'azurerm_databricks_workspace', attribute: 'custom_parameters.no_public_ip', expect: notFalse },
  ],
});
