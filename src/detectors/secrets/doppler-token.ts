import { defineSecret } from './define-secret.ts';

export const dopplerToken = defineSecret({
  id: 'doppler-token',
  provider: 'Doppler',
  kind: 'token',
  formats: [
    'dp.pt.{base62:40-44}',
    'dp.st.{base64url:2-35}.{base62:40-44}',
    'dp.st.{base62:40-44}',
    'dp.ct.{base62:40-44}',
    'dp.sa.{base62:40-44}',
    'dp.scim.{base62:40-44}',
    'dp.audit.{base62:40-44}',
  ],
  can: 'read the secrets of the projects it covers',
  revoke: 'in Doppler where it was made',
  references: ['https://docs.doppler.com/reference/auth-token-formats'],
});
