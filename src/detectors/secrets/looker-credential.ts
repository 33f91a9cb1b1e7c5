import { defineSecret } from './define-secret.ts';

export const lookerCredential = defineSecret({
  id: 'looker-credential',
  provider: 'Looker',
  kind: 'API client ID or secret',
  formats: ['{lower:20}', '{lower:24}'],
  assignedTo: ['looker'],
  can: 'run queries as its owner',
  revoke: 'in Looker under Admin, Users',
  references: ['https://cloud.google.com/looker/docs/api-auth'],
});
