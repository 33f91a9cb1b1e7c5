import { defineSecret } from './define-secret.ts';

export const valTownToken = defineSecret({
  id: 'val-town-token',
  provider: 'Val Town',
  kind: 'API token',
  formats: ['vtwn_{base62:24-40}'],
  can: 'run and change the code',
  references: ['https://docs.val.town/api/authentication/'],
});
