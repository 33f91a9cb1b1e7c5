import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, oneOf } from './model/expectation.ts';

export const googleRedisAuth = defineAttributeRule({
  id: 'google-redis-auth',
  title: 'Redis instance without authentication',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `auth_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_instance',
  ],
  checks: [
    { type: 'google_redis_instance', attribute: 'auth_enabled', expect: isTrue },
    {
      type: 'google_redis_cluster',
      attribute: 'authorization_mode',
      expect: oneOf(['AUTH_MODE_IAM_AUTH'], 'AUTH_MODE_DISABLED'),
    },
  ],
});
