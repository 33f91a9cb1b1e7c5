import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse, notTrue } from './model/expectation.ts';

export const azureContainerPublicIp = defineAttributeRule({
  id: 'azure-container-public-ip',
  title: 'Container group with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Use the address type `Private`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace',
  ],
  checks: [
    { type: 'azurerm_container_group', attribute: 'ip_address_type', expect: noneOf(['public'], 'Private') },
    { type: 'azurerm_container_app', attribute: 'ingress.external_enabled', expect: notTrue },
    { type: 'azurerm_databricks_workspace', attribute: 'custom_parameters.no_public_ip', expect: notFalse },
  ],
});
