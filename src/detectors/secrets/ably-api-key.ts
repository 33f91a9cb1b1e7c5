import { defineSecret } from './define-secret.ts';

export const ablyApiKey = defineSecret({
  id: 'ably-api-key',
  provider: 'Ably',
  kind: 'API key',
  formats: ['{base64url:6}.{base64url:6}:{base64url:43}'],
  assignedTo: ['ably'],
  can: 'publish and subscribe to the channels',
  revoke: 'at ably.com/accounts under API keys',
  references: ['https://ably.com/docs/auth/basic'],
});
