import { defineSecret } from './define-secret.ts';

export const tailscaleKey = defineSecret({
  id: 'tailscale-key',
  provider: 'Tailscale',
  kind: 'key',
  formats: [
    'tskey-auth-{base62:10-20}-{base62:20-40}',
    'tskey-api-{base62:10-20}-{base62:20-40}',
    'tskey-client-{base62:10-20}-{base62:20-40}',
  ],
  can: 'join the private network or administer it',
  revoke: 'at login.tailscale.com/admin/settings/keys',
  references: ['https://tailscale.com/kb/1085/auth-keys'],
});
