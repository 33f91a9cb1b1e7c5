import { defineSecret } from './define-secret.ts';

export const azureRedisKey = defineSecret({
  id: 'azure-redis-key',
  provider: 'Azure Cache for Redis',
  kind: 'access key',
  formats: ['{base64:33}AzCa{base64:6}='],
  can: 'read and change the cache',
  revoke: 'by regenerating the key of the cache',
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure'],
});
