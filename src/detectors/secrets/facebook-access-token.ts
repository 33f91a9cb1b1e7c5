import { defineSecret } from './define-secret.ts';

export const facebookAccessToken = defineSecret({
  id: 'facebook-access-token',
  provider: 'Facebook',
  kind: 'access token',
  formats: [
    'EAAM{base62:100+}',
    'EAAC{base62:100+}',
    'EAAB{base62:100+}',
    'EAAG{base62:100+}',
    'EAAJ{base62:100+}',
    'EAAD{base62:100+}',
    'EAAE{base62:100+}',
  ],
  can: 'act as the user, page or application',
  revoke: 'at developers.facebook.com/tools/debug/accesstoken',
  references: ['https://developers.facebook.com/docs/facebook-login/guides/access-tokens/'],
});
