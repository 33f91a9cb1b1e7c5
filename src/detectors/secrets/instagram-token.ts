import { defineSecret } from './define-secret.ts';

export const instagramToken = defineSecret({
  id: 'instagram-token',
  provider: 'Instagram',
  kind: 'access token',
  formats: ['IGQV{base64url:100+}', 'IGQW{base64url:100+}', 'IGAA{base64url:100+}'],
  can: 'read the account and its media',
  revoke: 'in the account under Apps and websites',
  references: ['https://developers.facebook.com/docs/instagram-platform/'],
});
