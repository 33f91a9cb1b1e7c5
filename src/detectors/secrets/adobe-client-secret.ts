import { defineSecret } from './define-secret.ts';

export const adobeClientSecret = defineSecret({
  id: 'adobe-client-secret',
  provider: 'Adobe',
  kind: 'client secret',
  formats: ['p8e-{base62:32}', 'p8{base64url:34}'],
  can: 'act as the application',
  revoke: 'at developer.adobe.com/console',
  references: ['https://developer.adobe.com/developer-console/docs/guides/authentication/'],
});
