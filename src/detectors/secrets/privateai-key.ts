import { defineSecret } from './define-secret.ts';

export const privateaiKey = defineSecret({
  id: 'privateai-key',
  provider: 'Private AI',
  kind: 'API key',
  formats: ['{lower:32}'],
  assignedTo: ['privateai', 'private_ai', 'private-ai'],
  severity: 'high',
  can: 'call the API at your cost',
  revoke: 'in the Private AI portal',
  references: ['https://docs.private-ai.com/'],
});
