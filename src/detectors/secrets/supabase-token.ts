import { defineSecret } from './define-secret.ts';

export const supabaseToken = defineSecret({
  id: 'supabase-token',
  provider: 'Supabase',
  kind: 'access token or secret key',
  formats: ['sbp_{hex:40}', 'sb_secret_{base64url:30-45}'],
  can: 'read and change the projects past row level security',
  revoke: 'at supabase.com/dashboard/account/tokens',
  references: ['https://supabase.com/docs/guides/api/api-keys'],
});
