import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleRedisTls = defineAttributeRule({
  id: 'google-redis-tls',
  title: 'Redis instance without TLS',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `transit_encryption_mode` to SERVER_AUTHENTICATION.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_instance',
  ],
  checks: [
    {
      type: 'google_redis_instance',
      attribute: 'transit_encryption_mode',
      expect: oneOf(['SERVER_AUTHENTICATION'], 'DISABLED'),
    },
    {
      type: 'google_redis_cluster',
      attribute: 'transit_encryption_mode',
      expect: oneOf(['TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION'], 'TRANSIT_ENCRYPTION_MODE_DISABLED'),
    },
  ],
});
