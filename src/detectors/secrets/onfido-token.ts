import { defineSecret } from './define-secret.ts';

export const onfidoToken = defineSecret({
  id: 'onfido-token',
  provider: 'Onfido',
  kind: 'API token',
  formats: [
    'api_live.{base64url:10-14}.{base64url:28-36}',
    'api_live_us.{base64url:10-14}.{base64url:28-36}',
    'api_live_ca.{base64url:10-14}.{base64url:28-36}',
  ],
  can: 'read identity documents',
  references: ['https://documentation.onfido.com/#token-authentication'],
});
