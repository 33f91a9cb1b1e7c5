import { defineSecret } from './define-secret.ts';

export const socketApiToken = defineSecret({
  id: 'socket-api-token',
  provider: 'Socket',
  kind: 'API token',
  formats: ['sktsec_{base64url:30-60}_api'],
  can: 'read the scans of the organisation',
  references: ['https://docs.socket.dev/reference/introduction-to-socket-api'],
});
