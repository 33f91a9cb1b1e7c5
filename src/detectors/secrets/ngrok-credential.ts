import { defineSecret } from './define-secret.ts';

export const ngrokCredential = defineSecret({
  id: 'ngrok-credential',
  provider: 'ngrok',
  kind: 'API key or authtoken',
  formats: ['{base62:25-30}_{base62:20-22}'],
  assignedTo: ['ngrok'],
  can: 'open tunnels in your name',
  revoke: 'at dashboard.ngrok.com',
  references: ['https://ngrok.com/docs/api'],
});
