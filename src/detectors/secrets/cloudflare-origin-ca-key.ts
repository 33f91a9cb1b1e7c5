import { defineSecret } from './define-secret.ts';

export const cloudflareOriginCaKey = defineSecret({
  id: 'cloudflare-origin-ca-key',
  provider: 'Cloudflare',
  kind: 'origin CA key',
  formats: ['v1.0-{hex:24}-{hex:146}'],
  can: 'issue origin certificates for your zones',
  revoke: 'at dash.cloudflare.com/profile/api-tokens',
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/'],
});
