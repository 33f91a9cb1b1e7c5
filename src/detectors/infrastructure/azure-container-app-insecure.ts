import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf, notTrue } from './model/expectation.ts';

export const azureContainerAppInsecure = defineAttributeRule({
  id: 'azure-container-app-insecure',
  title: 'Container app that answers without encryption',
  concern: 'encryption-in-transit',
  fix: 'Set `allow_insecure_connections` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_enterprise_database',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_endpoint',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache',
  ],
  checks: [
    { type: 'azurerm_container_app', attribute: 'ingress.allow_insecure_connections', expect: notTrue },
    {
      type: 'azurerm_redis_enterprise_database',
      attribute: 'client_protocol',
      expect: noneOf(['plaintext'], 'Encrypted'),
    },
    { type: 'azurerm_cdn_endpoint', attribute: 'is_http_allowed', expect: notTrue },
    { type: 'azurerm_redis_cache', attribute: 'enable_non_ssl_port', expect: notTrue },
    { type: 'azurerm_redis_cache', attribute: 'non_ssl_port_enabled', expect: notTrue },
    { type: 'azurerm_spring_cloud_app', attribute: 'https_only', expect: isTrue },
  ],
});
