import { defineSecret } from './define-secret.ts';

export const pinterestToken = defineSecret({
  id: 'pinterest-token',
  provider: 'Pinterest',
  kind: 'access token',
  formats: ['pina_{token:60-200}', 'pinr.{token:60-200}'],
  can: 'act as the account',
  references: [
    'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
  ],
});
