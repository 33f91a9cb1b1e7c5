import { defineSecret } from './define-secret.ts';

export const asanaClientSecret = defineSecret({
  id: 'asana-client-secret',
  provider: 'Asana',
  kind: 'client secret',
  formats: ['{lower:32}'],
  assignedTo: ['asana'],
  can: 'act as the application',
  revoke: 'at app.asana.com/0/my-apps',
  references: ['https://developers.asana.com/docs/oauth'],
});
