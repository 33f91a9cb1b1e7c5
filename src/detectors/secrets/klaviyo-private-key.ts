import { defineSecret } from './define-secret.ts';

export const klaviyoPrivateKey = defineSecret({
  id: 'klaviyo-private-key',
  provider: 'Klaviyo',
  kind: 'private API key',
  formats: ['pk_{hex:34}'],
  can: 'read customers and send campaigns',
  revoke: 'at klaviyo.com/settings/account/api-keys',
  references: ['https://developers.klaviyo.com/en/docs/authenticate_'],
});
