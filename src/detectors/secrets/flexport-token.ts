import { defineSecret } from './define-secret.ts';

export const flexportToken = defineSecret({
  id: 'flexport-token',
  provider: 'Flexport',
  kind: 'API token',
  formats: ['shltm_{base64url:40}'],
  severity: 'high',
  can: 'read and change orders',
  references: ['https://developers.flexport.com/'],
});
