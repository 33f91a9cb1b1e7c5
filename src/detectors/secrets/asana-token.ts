import { defineSecret } from './define-secret.ts';

export const asanaToken = defineSecret({
  id: 'asana-token',
  provider: 'Asana',
  kind: 'personal access token',
  formats: ['{digits:1}/{digits:16}:{hex:32}', '{digits:1}/{digits:16}/{digits:16}:{hex:32}'],
  near: ['asana'],
  can: 'read and change tasks as its owner',
  revoke: 'at app.asana.com/0/my-apps',
  references: ['https://developers.asana.com/docs/personal-access-token'],
});
