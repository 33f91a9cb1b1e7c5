import { defineSecret } from './define-secret.ts';

export const adobeClientId = defineSecret({
  id: 'adobe-client-id',
  provider: 'Adobe',
  kind: 'client ID',
  formats: ['{hex:32}'],
  assignedTo: ['adobe'],
  severity: 'low',
  can: 'name your application; with the secret, act as it',
  revoke: 'at developer.adobe.com/console',
  references: ['https://developer.adobe.com/developer-console/docs/guides/authentication/'],
});
