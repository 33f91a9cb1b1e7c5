import { defineSecret } from './define-secret.ts';

export const pangeaToken = defineSecret({
  id: 'pangea-token',
  provider: 'Pangea',
  kind: 'service token',
  formats: ['pts_{lower:32}'],
  severity: 'high',
  can: 'use the services at your cost',
  references: ['https://pangea.cloud/docs/admin-guide/tokens'],
});
