import { defineSecret } from './define-secret.ts';

export const thunderstoreToken = defineSecret({
  id: 'thunderstore-token',
  provider: 'Thunderstore',
  kind: 'service account token',
  formats: ['tss_{base62:36}'],
  can: 'publish packages',
  references: ['https://thunderstore.io/api/docs/'],
});
