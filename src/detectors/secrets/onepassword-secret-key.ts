import { defineSecret } from './define-secret.ts';

export const onepasswordSecretKey = defineSecret({
  id: 'onepassword-secret-key',
  provider: '1Password',
  kind: 'secret key',
  formats: [
    'A3-{upper:6}-{upper:11}-{upper:5}-{upper:5}-{upper:5}',
    'A3-{upper:6}-{upper:6}-{upper:5}-{upper:5}-{upper:5}-{upper:5}',
  ],
  can: 'with the account password open every vault of the account',
  revoke: 'at my.1password.com under Manage account',
  references: ['https://support.1password.com/secret-key/'],
});
