import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, notTrue } from './model/expectation.ts';

export const azureRedisPlainPort = defineAttributeRule({
  id: 'azure-redis-plain-port',
  title: 'Cache with a port without TLS',
  concern: 'encryption-in-transit',
  fix: 'Leave it off.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache'],
  checks: [
    { type: 'azurerm_redis_cache', attribute: 'non_ssl_port_enabled', expect: notTrue },
    { type: 'azurerm_redis_cache', attribute: 'enable_non_ssl_port', expect: notTrue },
    {
      type: 'azurerm_redis_cache',
      attribute: 'redis_configuration.authentication_enabled',
      expect: notFalse,
    },
    { type: 'azurerm_redis_cache', attribute: 'redis_configuration.enable_authentication', expect: notFalse },
  ],
});
