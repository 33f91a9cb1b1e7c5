import { defineSecret } from './define-secret.ts';

export const cloudflareGlobalKey = defineSecret({
  id: 'cloudflare-global-key',
  provider: 'Cloudflare',
  kind: 'global API key',
  formats: ['{hex:37}'],
  assignedTo: ['cloudflare'],
  can: 'do everything in the account',
  revoke: 'at dash.cloudflare.com/profile/api-tokens',
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/keys/'],
});
