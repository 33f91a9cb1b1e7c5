import { defineSecret } from './define-secret.ts';

export const asanaClientId = defineSecret({
  id: 'asana-client-id',
  provider: 'Asana',
  kind: 'client ID',
  formats: ['{digits:16}'],
  assignedTo: ['asana'],
  severity: 'low',
  can: 'name your application; with the secret, act as it',
  revoke: 'at app.asana.com/0/my-apps',
  references: ['https://developers.asana.com/docs/oauth'],
});
