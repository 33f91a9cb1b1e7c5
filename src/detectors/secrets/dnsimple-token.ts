import { defineSecret } from './define-secret.ts';

export const dnsimpleToken = defineSecret({
  id: 'dnsimple-token',
  provider: 'DNSimple',
  kind: 'access token',
  formats: ['dnsimple_a_{base62:32}', 'dnsimple_u_{base62:32}'],
  can: 'change the domains',
  references: ['https://support.dnsimple.com/articles/api-access-token/'],
});
