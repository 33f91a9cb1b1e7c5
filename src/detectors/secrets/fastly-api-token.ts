import { defineSecret } from './define-secret.ts';

export const fastlyApiToken = defineSecret({
  id: 'fastly-api-token',
  provider: 'Fastly',
  kind: 'API token',
  formats: ['{token:32}'],
  assignedTo: ['fastly'],
  can: 'purge and reconfigure services',
  revoke: 'at manage.fastly.com/account/personal/tokens',
  references: ['https://www.fastly.com/documentation/reference/api/auth-tokens/'],
});
