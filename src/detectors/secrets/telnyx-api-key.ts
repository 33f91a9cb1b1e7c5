import { defineSecret } from './define-secret.ts';

export const telnyxApiKey = defineSecret({
  id: 'telnyx-api-key',
  provider: 'Telnyx',
  kind: 'API key',
  formats: ['KEY{anyHex:32}_{base62:22}'],
  can: 'send messages and place calls at your cost',
  revoke: 'at portal.telnyx.com/#/api-keys',
  references: ['https://developers.telnyx.com/api/authentication'],
});
