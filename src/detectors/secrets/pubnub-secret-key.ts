import { defineSecret } from './define-secret.ts';

export const pubnubSecretKey = defineSecret({
  id: 'pubnub-secret-key',
  provider: 'PubNub',
  kind: 'secret key',
  formats: ['sec-c-{base64:45-60}'],
  can: 'administer access to the channels',
  revoke: 'at admin.pubnub.com',
  references: ['https://www.pubnub.com/docs/general/setup/account-setup'],
});
