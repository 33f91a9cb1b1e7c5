import { defineSecret } from './define-secret.ts';

export const squareSecret = defineSecret({
  id: 'square-secret',
  provider: 'Square',
  kind: 'access token or OAuth secret',
  formats: ['sq0csp-{base64url:43}', 'sq0atp-{base64url:22}', 'EAAA{base64url:60}'],
  can: 'take and refund payments and read customers',
  revoke: 'at developer.squareup.com/apps',
  references: ['https://developer.squareup.com/docs/build-basics/access-tokens'],
});
