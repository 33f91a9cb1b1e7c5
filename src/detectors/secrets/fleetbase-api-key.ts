import { defineSecret } from './define-secret.ts';

export const fleetbaseApiKey = defineSecret({
  id: 'fleetbase-api-key',
  provider: 'Fleetbase',
  kind: 'API key',
  formats: ['flb_live_{base62:20}'],
  severity: 'high',
  can: 'read and change orders',
  references: ['https://docs.fleetbase.io/developers/api'],
});
