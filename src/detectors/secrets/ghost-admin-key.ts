import { defineSecret } from './define-secret.ts';

export const ghostAdminKey = defineSecret({
  id: 'ghost-admin-key',
  provider: 'Ghost',
  kind: 'admin API key',
  formats: ['{hex:24}:{hex:64}'],
  assignedTo: ['ghost'],
  can: 'publish and change everything on the site',
  references: ['https://docs.ghost.org/admin-api#token-authentication'],
});
