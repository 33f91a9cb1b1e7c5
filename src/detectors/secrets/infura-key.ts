import { defineSecret } from './define-secret.ts';

export const infuraKey = defineSecret({
  id: 'infura-key',
  provider: 'Infura',
  kind: 'API key or secret',
  formats: ['{hex:32}'],
  assignedTo: ['infura'],
  severity: 'high',
  can: 'use nodes at your cost',
  revoke: 'at developer.metamask.io',
  references: ['https://docs.metamask.io/services/'],
});
