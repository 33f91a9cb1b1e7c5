import { defineSecret } from './define-secret.ts';

export const cloudflareApiToken = defineSecret({
  id: 'cloudflare-api-token',
  provider: 'Cloudflare',
  kind: 'API token',
  formats: ['{base64url:40}'],
  assignedTo: ['cloudflare'],
  can: 'change zones, workers or DNS as far as it was granted',
  revoke: 'at dash.cloudflare.com/profile/api-tokens',
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/create-token/'],
});
