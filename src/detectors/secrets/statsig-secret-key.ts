import { defineSecret } from './define-secret.ts';

export const statsigSecretKey = defineSecret({
  id: 'statsig-secret-key',
  provider: 'Statsig',
  kind: 'server secret key',
  formats: ['secret-{base62:40-50}'],
  near: ['statsig'],
  can: 'read the rules of all experiments',
  references: ['https://docs.statsig.com/access-management/api-keys/'],
});
