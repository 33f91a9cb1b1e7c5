import { defineSecret } from './define-secret.ts';

export const firehydrantToken = defineSecret({
  id: 'firehydrant-token',
  provider: 'FireHydrant',
  kind: 'bot token',
  formats: ['fhb-{hex:32}'],
  can: 'read and change incidents',
  references: ['https://docs.firehydrant.com/docs/api-overview'],
});
