import { defineSecret } from './define-secret.ts';

export const infracostApiKey = defineSecret({
  id: 'infracost-api-key',
  provider: 'Infracost',
  kind: 'API key',
  formats: ['ico-{base62:32}'],
  severity: 'medium',
  can: 'read cost estimates of the organisation',
  revoke: 'at dashboard.infracost.io',
  references: ['https://www.infracost.io/docs/'],
});
