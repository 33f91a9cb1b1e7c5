import { defineSecret } from './define-secret.ts';

export const ntfyToken = defineSecret({
  id: 'ntfy-token',
  provider: 'ntfy',
  kind: 'access token',
  formats: ['tk_{lower:29}'],
  near: ['ntfy'],
  can: 'read and send the notifications',
  references: ['https://docs.ntfy.sh/config/#access-tokens'],
});
